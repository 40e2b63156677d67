using SPColor.Core.Correspondence;

namespace SPColor.Core.Tests.Correspondence;

/// <summary>spcolor.md §1.8, word by word and in double: the oracle.</summary>
internal sealed class NaiveCorrespondence : ICorrespondence
{
    private const double UnitEpsilon = 2.2e-16;

    public WarpedColor Warp(CorrespondenceProblem problem, CancellationToken cancellationToken)
    {
        CorrespondenceSettings settings = problem.Settings;
        int n = problem.Size.Count;
        double[][] target = Vectors(problem.TargetFeatures, problem.TargetBlock, problem);
        double[][] reference = Vectors(problem.ReferenceFeatures, problem.ReferenceBlock, problem);
        var result = WarpedColor.Unrelated(problem.Size);
        for (int i = 0; i < n; i++)
        {
            int[] allowed = problem.TargetBlock[i] < 0
                ? []
                : [.. Enumerable.Range(0, problem.ReferenceCount).Where(j => problem.Matches[problem.TargetBlock[i]].Contains(problem.ReferenceBlock[j]))];
            if (allowed.Length == 0)
                continue;

            double[] f = Array.ConvertAll(allowed, j => Dot(target[i], reference[j]));
            double max = f.Max();
            double[] w = Array.ConvertAll(f, value => Math.Exp((value - max) / settings.Temperature));
            double sum = w.Sum();
            double similarity = (max - settings.SimilarityOffset) / settings.SimilarityScale;
            if (settings.ClampSimilarity)
                similarity = Math.Clamp(similarity, 0, 1);

            result.A[i] = (float)(allowed.Zip(w, (j, weight) => weight * problem.ReferenceA[j]).Sum() / sum);
            result.B[i] = (float)(allowed.Zip(w, (j, weight) => weight * problem.ReferenceB[j]).Sum() / sum);
            double confidence = allowed.Zip(w, (j, weight) => weight * problem.ReferenceConfidence[j]).Sum() / sum;
            result.Similarity[i] = (float)(similarity * confidence * problem.TargetConfidence[i]);
            result.BestCosine[i] = (float)max;
            result.BestMatch[i] = allowed[Array.IndexOf(f, max)];
            result.Related[i] = true;
        }

        return result;
    }

    private static double[][] Vectors(float[] features, int[] blocks, CorrespondenceProblem problem)
    {
        double[][] raw = [.. features.Chunk(problem.Channels).Select(vector => Array.ConvertAll(vector, value => (double)value))];
        if (!problem.Settings.CentrePerBlock)
            return raw;

        double[][] result = new double[raw.Length][];
        for (int i = 0; i < raw.Length; i++)
        {
            int[] block = [.. Enumerable.Range(0, raw.Length).Where(j => blocks[j] == blocks[i])];
            double[] centred = [.. raw[i].Select((value, c) => value - block.Average(j => raw[j][c]))];
            double norm = Math.Sqrt(Dot(centred, centred)) + UnitEpsilon;
            result[i] = Array.ConvertAll(centred, value => value / norm);
        }

        return result;
    }

    private static double Dot(double[] x, double[] y) => x.Zip(y, (a, b) => a * b).Sum();
}
