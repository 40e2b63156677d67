using System.Numerics.Tensors;
using SPColor.Core.Correspondence;

namespace SPColor.Bench.Correspondence;

/// <summary>
/// The peer: the published per-class loop (spcolor.md §1.8) written straightforwardly with the library's vectorised operations, one
/// dot product, softmax and weighted sum a target position. One reference block a target block, centred per block.
/// </summary>
internal static class PerClassLoop
{
    public static float Run(CorrespondenceProblem problem)
    {
        float checksum = 0;
        for (int block = 0; block < problem.ReferenceBlockCount; block++)
        {
            int[] target = Positions(problem.TargetBlock, block), reference = Positions(problem.ReferenceBlock, block);
            float[][] theta = Gather(problem.TargetFeatures, target, problem.Channels);
            float[][] phi = Gather(problem.ReferenceFeatures, reference, problem.Channels);
            float[] a = [.. reference.Select(j => problem.ReferenceA[j])], b = [.. reference.Select(j => problem.ReferenceB[j])];
            float[] weights = new float[reference.Length];
            foreach (float[] row in theta)
            {
                for (int j = 0; j < phi.Length; j++)
                    weights[j] = TensorPrimitives.Dot<float>(row, phi[j]);
                TensorPrimitives.Divide(weights, problem.Settings.Temperature, weights);
                TensorPrimitives.SoftMax<float>(weights, weights);
                checksum += TensorPrimitives.Dot<float>(weights, a) + TensorPrimitives.Dot<float>(weights, b);
            }
        }
        return checksum;
    }

    private static int[] Positions(int[] blocks, int block) => [.. Enumerable.Range(0, blocks.Length).Where(i => blocks[i] == block)];

    private static float[][] Gather(float[] features, int[] positions, int channels)
    {
        float[][] rows = [.. positions.Select(i => features.AsSpan(i * channels, channels).ToArray())];
        float[] mean = new float[channels];
        foreach (float[] row in rows)
            TensorPrimitives.Add(mean, row, mean);
        TensorPrimitives.Divide(mean, rows.Length, mean);
        foreach (float[] row in rows)
        {
            TensorPrimitives.Subtract(row, mean, row);
            TensorPrimitives.Divide(row, TensorPrimitives.Norm<float>(row), row);
        }
        return rows;
    }
}
