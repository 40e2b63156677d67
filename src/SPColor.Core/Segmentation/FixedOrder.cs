using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SPColor.Core.Segmentation;

/// <summary>
/// Sums whose order never changes. TensorPrimitives' own reductions start at an aligned address, so that their last bit
/// depends on where the garbage collector put the array.
/// </summary>
internal static class FixedOrder
{
    /// <summary>Σ x·y over two vectors of equal length.</summary>
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ReadOnlySpan<Vector<float>> wideX = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> wideY = MemoryMarshal.Cast<float, Vector<float>>(y)[..wideX.Length];
        Vector<float> even = Vector<float>.Zero;
        Vector<float> odd = Vector<float>.Zero;
        int i = 0;
        for (; i + 1 < wideX.Length; i += 2)
        {
            even = Vector.MultiplyAddEstimate(wideX[i], wideY[i], even);
            odd = Vector.MultiplyAddEstimate(wideX[i + 1], wideY[i + 1], odd);
        }

        if (i < wideX.Length)
            even = Vector.MultiplyAddEstimate(wideX[i], wideY[i], even);

        float sum = Vector.Sum(even + odd);
        for (int tail = wideX.Length * Vector<float>.Count; tail < x.Length; tail++)
            sum += x[tail] * y[tail];

        return sum;
    }

    /// <summary>Divides a vector by its length plus <paramref name="epsilon"/>, so that a zero vector stays zero.</summary>
    public static void MakeUnit(Span<float> vector, float epsilon)
        => TensorPrimitives.Divide(vector, MathF.Sqrt(Dot(vector, vector)) + epsilon, vector);
}
