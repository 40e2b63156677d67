using System.Numerics.Tensors;

namespace SPColor.Core.Imaging;

/// <summary>
/// Sums over square windows that are cut off at the borders. Every sum is made of its own terms rather than by adding and taking
/// away along the row, so that windows of zeros sum to exactly 0.
/// </summary>
internal static class BoxSum
{
    /// <summary>Sums over windows of side <c>2·radius + 1</c>.</summary>
    /// <param name="plane">Row-major plane.</param>
    /// <param name="size">Its size.</param>
    /// <param name="radius">≥ 0.</param>
    public static float[] Of(float[] plane, GridSize size, int radius)
    {
        (int width, int height) = size;
        float[] across = (float[])plane.Clone();
        for (int y = 0; y < height; y++)
            AddShifted(plane.AsSpan(y * width, width), across.AsSpan(y * width, width), radius, 1);

        // Shifting the whole plane by rows is the vertical pass.
        float[] sums = (float[])across.Clone();
        AddShifted(across, sums, Math.Min(radius, height - 1), width);
        return sums;
    }

    private static void AddShifted(ReadOnlySpan<float> values, Span<float> sums, int radius, int pitch)
    {
        for (int shift = pitch; shift <= radius * pitch && shift < values.Length; shift += pitch)
        {
            Span<float> left = sums[..^shift], right = sums[shift..];
            TensorPrimitives.Add(left, values[shift..], left);
            TensorPrimitives.Add(right, values[..^shift], right);
        }
    }
}
