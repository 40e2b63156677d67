using System.Numerics;
using System.Runtime.CompilerServices;

namespace SPColor.Core.Correspondence;

/// <summary>The same product with the vectors that the machine has: 4 rows × 3 vectors at a time fit 16 registers (AVX2, NEON).</summary>
internal static unsafe class PortableKernel
{
    private const int Rows = 4;

    /// <summary>See <see cref="MicroKernel.Multiply"/>.</summary>
    public static void Multiply(float* rows, float* columns, int channels, float* product, int stride)
    {
        for (int row = 0; row < MicroKernel.Rows; row += Rows)
        {
            for (int column = 0; column < MicroKernel.Columns; column += 3 * Vector<float>.Count)
                MultiplyPart(rows + row, columns + column, channels, product + (row * stride) + column, stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyPart(float* rows, float* columns, int channels, float* product, int stride)
    {
        int width = Vector<float>.Count;
        Vector<float> c00 = Vector<float>.Zero, c01 = Vector<float>.Zero, c02 = Vector<float>.Zero;
        Vector<float> c10 = Vector<float>.Zero, c11 = Vector<float>.Zero, c12 = Vector<float>.Zero;
        Vector<float> c20 = Vector<float>.Zero, c21 = Vector<float>.Zero, c22 = Vector<float>.Zero;
        Vector<float> c30 = Vector<float>.Zero, c31 = Vector<float>.Zero, c32 = Vector<float>.Zero;
        for (int channel = 0; channel < channels; channel++)
        {
            Vector<float> b0 = Vector.Load(columns);
            Vector<float> b1 = Vector.Load(columns + width);
            Vector<float> b2 = Vector.Load(columns + (2 * width));
            Vector<float> a = new(rows[0]);
            c00 = Vector.MultiplyAddEstimate(a, b0, c00);
            c01 = Vector.MultiplyAddEstimate(a, b1, c01);
            c02 = Vector.MultiplyAddEstimate(a, b2, c02);
            a = new Vector<float>(rows[1]);
            c10 = Vector.MultiplyAddEstimate(a, b0, c10);
            c11 = Vector.MultiplyAddEstimate(a, b1, c11);
            c12 = Vector.MultiplyAddEstimate(a, b2, c12);
            a = new Vector<float>(rows[2]);
            c20 = Vector.MultiplyAddEstimate(a, b0, c20);
            c21 = Vector.MultiplyAddEstimate(a, b1, c21);
            c22 = Vector.MultiplyAddEstimate(a, b2, c22);
            a = new Vector<float>(rows[3]);
            c30 = Vector.MultiplyAddEstimate(a, b0, c30);
            c31 = Vector.MultiplyAddEstimate(a, b1, c31);
            c32 = Vector.MultiplyAddEstimate(a, b2, c32);
            rows += MicroKernel.Rows;
            columns += MicroKernel.Columns;
        }

        Store(product, c00, c01, c02);
        Store(product + stride, c10, c11, c12);
        Store(product + (2 * stride), c20, c21, c22);
        Store(product + (3 * stride), c30, c31, c32);
    }

    private static void Store(float* row, Vector<float> first, Vector<float> second, Vector<float> third)
    {
        first.Store(row);
        second.Store(row + Vector<float>.Count);
        third.Store(row + (2 * Vector<float>.Count));
    }
}
