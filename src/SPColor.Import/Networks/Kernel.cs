namespace SPColor.Import.Networks;

/// <summary>A convolution's weights.</summary>
/// <param name="Values">Row-major numbers.</param>
/// <param name="Shape">Out × in × height × width.</param>
internal sealed record Kernel(float[] Values, long[] Shape)
{
    /// <summary>Reads a layer's kernel.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="layer">The layer.</param>
    internal static Kernel Of(WeightSet weights, string layer) => new(weights.Read($"{layer}.weight"), weights.Shape($"{layer}.weight"));

    /// <summary>The same kernel for inputs in another order: input i of the result is input <paramref name="order"/>[i] of this.</summary>
    /// <param name="order">Channels to keep.</param>
    internal Kernel WithInputs(params int[] order)
    {
        int area = (int)(Shape[2] * Shape[3]), outputs = (int)Shape[0], inputs = (int)Shape[1];
        float[] values = new float[outputs * order.Length * area];
        for (int o = 0; o < outputs; o++)
        {
            for (int i = 0; i < order.Length; i++)
                Values.AsSpan(((o * inputs) + order[i]) * area, area).CopyTo(values.AsSpan(((o * order.Length) + i) * area));
        }

        return new Kernel(values, [outputs, order.Length, Shape[2], Shape[3]]);
    }

    /// <summary>The same kernel with each input scaled.</summary>
    /// <param name="factors">One factor for each input.</param>
    internal Kernel WithScaledInputs(float[] factors)
    {
        int area = (int)(Shape[2] * Shape[3]);
        float[] values = new float[Values.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = Values[i] * factors[i / area % factors.Length];
        return new Kernel(values, Shape);
    }

    /// <summary>What a 3×3 kernel does to one place in the 2×2 blocks of an enlarged picture, as a 2×2 kernel on the picture.</summary>
    /// <param name="row">Row in the block: neighbours above and in the same row (0), or in the same and below (1).</param>
    /// <param name="column">Column in the block.</param>
    internal Kernel OfTwice(int row, int column)
    {
        float[] values = new float[Values.Length / 9 * 4];
        for (int i = 0; i < Values.Length; i++)
        {
            values[(i / 9 * 4) + (2 * Near(i % 9 / 3, row)) + Near(i % 3, column)] += Values[i];
        }

        return new Kernel(values, [Shape[0], Shape[1], 2, 2]);
    }

    // Neighbours −1, 0, 1 of the enlarged picture are −1, 0, 0 of the picture at the first place of a block, 0, 0, 1 at the second.
    private static int Near(int tap, int place) => place == 0 ? Math.Min(tap, 1) : tap / 2;
}
