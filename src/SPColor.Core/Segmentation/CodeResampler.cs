using System.Numerics.Tensors;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Segmentation;

/// <summary>Step 4: brings codes from the segmentation network's grid to the correspondence grid (spcolor.md §1.5).</summary>
public static class CodeResampler
{
    private const float UnitEpsilon = 1e-12f;

    /// <summary>Resamples with half-pixel centres and clamped edges.</summary>
    /// <param name="code">Codes, h×w cells.</param>
    /// <param name="size">The grid wanted; the one that the code has already returns the code itself.</param>
    /// <param name="rule">Nearest copies vectors; bilinear mixes four and makes the result unit length.</param>
    public static FeatureGrid Resample(FeatureGrid code, GridSize size, CodeResampling rule)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Size == size)
            return code;

        FeatureGrid result = new(size, code.Channels, new float[checked(size.Count * code.Channels)]);
        LinearTap[] columns = Taps(code.Size.Width, size.Width, rule);
        LinearTap[] rows = Taps(code.Size.Height, size.Height, rule);
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
                Mix(code, rows[y], columns[x], result[(y * size.Width) + x], rule);
        }

        return result;
    }

    private static void Mix(FeatureGrid code, LinearTap row, LinearTap column, Span<float> mixed, CodeResampling rule)
    {
        int upper = row.First * code.Size.Width;
        if (rule == CodeResampling.Nearest)
        {
            code[upper + column.First].CopyTo(mixed);
            return;
        }

        int lower = row.Second * code.Size.Width;
        TensorPrimitives.Multiply(code[upper + column.First], (1f - row.Weight) * (1f - column.Weight), mixed);
        TensorPrimitives.MultiplyAdd(code[upper + column.Second], (1f - row.Weight) * column.Weight, mixed, mixed);
        TensorPrimitives.MultiplyAdd(code[lower + column.First], row.Weight * (1f - column.Weight), mixed, mixed);
        TensorPrimitives.MultiplyAdd(code[lower + column.Second], row.Weight * column.Weight, mixed, mixed);
        VectorMath.MakeUnit(mixed, UnitEpsilon);
    }

    private static LinearTap[] Taps(int from, int to, CodeResampling rule) =>
        rule == CodeResampling.Bilinear ? LinearTap.Axis(from, to) : [.. Enumerable.Range(0, to).Select(i => Nearest(i, from, to))];

    private static LinearTap Nearest(int position, int from, int to)
    {
        int cell = (int)(((2L * position) + 1) * from / (2L * to));
        return new LinearTap(cell, cell, 0f);
    }
}
