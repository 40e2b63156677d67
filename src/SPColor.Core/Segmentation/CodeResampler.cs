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
        Tap[] columns = Taps(code.Size.Width, size.Width, rule);
        Tap[] rows = Taps(code.Size.Height, size.Height, rule);
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
                Mix(code, rows[y], columns[x], result[(y * size.Width) + x], rule);
        }

        return result;
    }

    private static void Mix(FeatureGrid code, Tap row, Tap column, Span<float> mixed, CodeResampling rule)
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

    private static Tap[] Taps(int from, int to, CodeResampling rule)
    {
        Tap[] taps = new Tap[to];
        for (int i = 0; i < to; i++)
        {
            if (rule == CodeResampling.Nearest)
            {
                taps[i] = new Tap((int)(((2L * i) + 1) * from / (2L * to)), 0, 0f);
                continue;
            }

            double position = Math.Clamp(((i + 0.5) * from / to) - 0.5, 0, from - 1);
            int first = (int)position;
            taps[i] = new Tap(first, Math.Min(first + 1, from - 1), (float)(position - first));
        }

        return taps;
    }

    /// <summary>Two neighbouring source cells and the weight of the second.</summary>
    private readonly record struct Tap(int First, int Second, float Weight);
}
