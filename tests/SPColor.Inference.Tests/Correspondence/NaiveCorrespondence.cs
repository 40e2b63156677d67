using SPColor.Core.Correspondence;

namespace SPColor.Inference.Tests.Correspondence;

/// <summary>spcolor.md §1.8, cell by cell in double: the oracle.</summary>
internal static class NaiveCorrespondence
{
    internal static (double A, double B, double S)[] Warp(CorrespondenceProblem problem)
    {
        double[][] target = Vectors(problem.TargetFeatures, problem.TargetBlock, problem);
        double[][] reference = Vectors(problem.ReferenceFeatures, problem.ReferenceBlock, problem);
        var result = new (double A, double B, double S)[target.Length];
        for (int i = 0; i < target.Length; i++)
        {
            if (problem.TargetBlock[i] < 0)
                continue;
            int[] allowed = problem.Matches[problem.TargetBlock[i]];
            int[] cells = [.. Enumerable.Range(0, reference.Length).Where(j => allowed.Contains(problem.ReferenceBlock[j]))];
            if (cells.Length > 0)
                result[i] = Cell(problem, target[i], cells, reference, problem.TargetConfidence[i]);
        }

        return result;
    }

    private static (double A, double B, double S) Cell(CorrespondenceProblem problem, double[] vector, int[] cells, double[][] reference, double confidence)
    {
        CorrespondenceSettings settings = problem.Settings;
        double[] products = [.. cells.Select(j => vector.Zip(reference[j], (x, y) => x * y).Sum())];
        double best = products.Max();
        double[] weights = [.. products.Select(product => Math.Exp((product - best) / settings.Temperature))];
        double total = weights.Sum();
        double Mean(float[] values) => cells.Zip(weights, (j, weight) => values[j] * weight).Sum() / total;
        double similarity = (best - settings.SimilarityOffset) / settings.SimilarityScale;
        if (settings.ClampSimilarity)
            similarity = Math.Clamp(similarity, 0, 1);
        return (Mean(problem.ReferenceA), Mean(problem.ReferenceB), similarity * Mean(problem.ReferenceConfidence) * confidence);
    }

    private static double[][] Vectors(float[] features, int[] blocks, CorrespondenceProblem problem)
    {
        int channels = problem.Channels;
        double[][] vectors = [.. features.Chunk(channels).Select(vector => vector.Select(value => (double)value).ToArray())];
        if (!problem.Settings.CentrePerBlock)
            return vectors;
        foreach (int block in blocks.Distinct().Where(block => block >= 0))
        {
            double[][] members = [.. vectors.Where((_, i) => blocks[i] == block)];
            double[] mean = [.. Enumerable.Range(0, channels).Select(c => members.Average(member => member[c]))];
            foreach (double[] member in members)
            {
                for (int c = 0; c < channels; c++)
                    member[c] -= mean[c];
                double length = Math.Sqrt(member.Sum(value => value * value)) + 2.2e-16;
                for (int c = 0; c < channels; c++)
                    member[c] /= length;
            }
        }

        return vectors;
    }
}
