using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Inference.Tests.Correspondence;

/// <summary>Problems for the tests.</summary>
internal static class Problems
{
    internal static CorrespondenceProblem Random(
        int seed, GridSize size, int references, int targetBlocks, int referenceBlocks, CorrespondenceSettings settings, int channels = 24)
    {
        var random = new Random(seed);
        float[] Units(int count) =>
            [.. Enumerable.Range(0, count).SelectMany(_ => Unit([.. Enumerable.Range(0, channels).Select(_ => (float)((random.NextDouble() * 2) - 1))]))];
        float[] Numbers(int count, float low, float high) => [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextSingle()))];

        // −1 among the blocks; the last block has one cell, so that one-pixel classes always occur.
        int[] Blocks(int count, int blocks)
        {
            int[] ids = [.. Enumerable.Range(0, count).Select(_ => random.Next(-1, Math.Max(blocks - 1, 1)))];
            ids[random.Next(count)] = blocks - 1;
            return ids;
        }

        int[][] matches = [.. Enumerable.Range(0, targetBlocks).Select(_ =>
            Enumerable.Range(0, referenceBlocks).Where(_ => random.Next(3) == 0).ToArray())];
        return new CorrespondenceProblem(
            size,
            channels,
            Units(size.Count),
            Blocks(size.Count, targetBlocks),
            Numbers(size.Count, 0, 1),
            Units(references),
            Blocks(references, referenceBlocks),
            Numbers(references, -100, 100),
            Numbers(references, -100, 100),
            Numbers(references, 0, 1),
            matches,
            referenceBlocks,
            settings);
    }

    /// <summary>The golden problem: 16×16, 256 channels, classes of one pixel, classes on one side only.</summary>
    internal static CorrespondenceProblem Golden()
    {
        const int Channels = 256;
        const int Classes = 27;
        var size = new GridSize(16, 16);
        double[] values = Npy.Doubles("spc16/ref_ab_conf.npy");
        float[] Plane(int index) => [.. values.Skip(index * size.Count).Take(size.Count).Select(value => (float)value)];
        return new CorrespondenceProblem(
            size,
            Channels,
            Project("spc16/features_target.npy", "spc16/theta_weight.npy", size.Count, Channels),
            Npy.Ints("spc16/class_target.npy"),
            Npy.Floats("spc16/conf_target.npy"),
            Project("spc16/features_reference.npy", "spc16/phi_weight.npy", size.Count, Channels),
            Npy.Ints("spc16/class_reference.npy"),
            Plane(0),
            Plane(1),
            Plane(2),
            [.. Enumerable.Range(0, Classes).Select(id => new[] { id })],
            Classes,
            CorrespondenceSettings.Paper);
    }

    // The biases cancel in the centring (spcolor.md §1.8 step 2), so they are left out.
    private static float[] Project(string features, string weight, int count, int channels)
    {
        double[] x = Npy.Doubles(features);
        double[] w = Npy.Doubles(weight);
        float[] projected = new float[count * channels];
        for (int i = 0; i < count; i++)
        {
            for (int row = 0; row < channels; row++)
            {
                double sum = 0;
                for (int c = 0; c < channels; c++)
                    sum += w[(row * channels) + c] * x[(c * count) + i];
                projected[(i * channels) + row] = (float)sum;
            }
        }

        return projected;
    }

    private static float[] Unit(float[] vector)
    {
        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
