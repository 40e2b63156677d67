using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SPColor.Core.Segmentation;

/// <summary>
/// The few vector operations that run once per cell, compiled optimised at once: the first picture would run most of its cells
/// through a library's first-tier code. The order of every sum is fixed.
/// </summary>
internal static class VectorMath
{
    /// <summary>Σ x·y over two vectors of equal length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>difference := x − y, all of equal length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Subtract(ReadOnlySpan<float> x, ReadOnlySpan<float> y, Span<float> difference)
    {
        ReadOnlySpan<Vector<float>> wideX = MemoryMarshal.Cast<float, Vector<float>>(x);
        ReadOnlySpan<Vector<float>> wideY = MemoryMarshal.Cast<float, Vector<float>>(y)[..wideX.Length];
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(difference)[..wideX.Length];
        for (int i = 0; i < wideX.Length; i++)
            wide[i] = wideX[i] - wideY[i];

        for (int tail = wideX.Length * Vector<float>.Count; tail < x.Length; tail++)
            difference[tail] = x[tail] - y[tail];
    }

    /// <summary>Divides a vector by its length plus <paramref name="epsilon"/>, so that a zero vector stays zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MakeUnit(Span<float> vector, float epsilon)
    {
        float factor = 1f / (MathF.Sqrt(Dot(vector, vector)) + epsilon);
        Span<Vector<float>> wide = MemoryMarshal.Cast<float, Vector<float>>(vector);
        for (int i = 0; i < wide.Length; i++)
            wide[i] *= factor;

        for (int tail = wide.Length * Vector<float>.Count; tail < vector.Length; tail++)
            vector[tail] *= factor;
    }
}
