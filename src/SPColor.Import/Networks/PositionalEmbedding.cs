namespace SPColor.Import.Networks;

/// <summary>
/// Resizes a learned grid as DINO does (spcolor.md §1.5): bicubic with A = −0.75 and pixel centres, but with the scale (n + 0.1) ÷ grid where the
/// result has n cells, so that every cell lies slightly off.
/// </summary>
internal static class PositionalEmbedding
{
    private const double A = -0.75;

    /// <summary>Resizes the grid.</summary>
    /// <param name="grid">side × side vectors.</param>
    /// <param name="channels">Length of a vector.</param>
    /// <param name="cells">Cells wanted along each side.</param>
    /// <returns>cells × cells vectors.</returns>
    internal static float[] Resize(ReadOnlySpan<float> grid, int channels, int cells)
    {
        int side = (int)Math.Round(Math.Sqrt(grid.Length / channels));
        if (side == cells)
            return grid.ToArray();
        (int[] Cells, double[] Weights)[] taps = [.. Enumerable.Range(0, cells).Select(i => Taps(i, side, (cells + 0.1) / side))];
        float[] result = new float[cells * cells * channels];
        double[] sum = new double[channels];
        for (int i = 0; i < cells * cells; i++)
        {
            Array.Clear(sum);
            for (int tap = 0; tap < 16; tap++)
            {
                ((int[] rows, double[] down), (int[] columns, double[] across)) = (taps[i / cells], taps[i % cells]);
                double weight = down[tap / 4] * across[tap % 4];
                ReadOnlySpan<float> vector = grid.Slice(((rows[tap / 4] * side) + columns[tap % 4]) * channels, channels);
                for (int c = 0; c < channels; c++)
                    sum[c] += weight * vector[c];
            }

            for (int c = 0; c < channels; c++)
                result[(i * channels) + c] = (float)sum[c];
        }

        return result;
    }

    private static (int[] Cells, double[] Weights) Taps(int position, int side, double scale)
    {
        double source = ((position + 0.5) / scale) - 0.5;
        int floor = (int)Math.Floor(source);
        double t = source - floor;
        return (
            [.. Enumerable.Range(floor - 1, 4).Select(cell => Math.Clamp(cell, 0, side - 1))],
            [Far(t + 1), Near(t), Near(1 - t), Far(2 - t)]);
    }

    // The cubic kernel up to one cell away, and beyond.
    private static double Near(double x) => ((((A + 2) * x) - (A + 3)) * x * x) + 1;

    private static double Far(double x) => (((((A * x) - (5 * A)) * x) + (8 * A)) * x) - (4 * A);
}
