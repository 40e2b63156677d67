using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SPColor.Core.Correspondence;

/// <summary>
/// 8 rows × 48 columns with 512-bit vectors: 24 accumulators, three loads and eight broadcasts per channel, which keeps two
/// fused multiply-adds per cycle busy and fits the 32 registers.
/// </summary>
internal static unsafe class WideKernel
{
    /// <summary>See <see cref="MicroKernel.Multiply"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* rows, float* columns, int channels, float* product, int stride)
    {
        Vector512<float> c00 = Vector512<float>.Zero, c01 = Vector512<float>.Zero, c02 = Vector512<float>.Zero;
        Vector512<float> c10 = Vector512<float>.Zero, c11 = Vector512<float>.Zero, c12 = Vector512<float>.Zero;
        Vector512<float> c20 = Vector512<float>.Zero, c21 = Vector512<float>.Zero, c22 = Vector512<float>.Zero;
        Vector512<float> c30 = Vector512<float>.Zero, c31 = Vector512<float>.Zero, c32 = Vector512<float>.Zero;
        Vector512<float> c40 = Vector512<float>.Zero, c41 = Vector512<float>.Zero, c42 = Vector512<float>.Zero;
        Vector512<float> c50 = Vector512<float>.Zero, c51 = Vector512<float>.Zero, c52 = Vector512<float>.Zero;
        Vector512<float> c60 = Vector512<float>.Zero, c61 = Vector512<float>.Zero, c62 = Vector512<float>.Zero;
        Vector512<float> c70 = Vector512<float>.Zero, c71 = Vector512<float>.Zero, c72 = Vector512<float>.Zero;
        for (int channel = 0; channel < channels; channel++)
        {
            Vector512<float> b0 = Vector512.LoadAligned(columns);
            Vector512<float> b1 = Vector512.LoadAligned(columns + 16);
            Vector512<float> b2 = Vector512.LoadAligned(columns + 32);
            Vector512<float> a = Vector512.Create(rows[0]);
            c00 = Vector512.FusedMultiplyAdd(a, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(a, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(a, b2, c02);
            a = Vector512.Create(rows[1]);
            c10 = Vector512.FusedMultiplyAdd(a, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(a, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(a, b2, c12);
            a = Vector512.Create(rows[2]);
            c20 = Vector512.FusedMultiplyAdd(a, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(a, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(a, b2, c22);
            a = Vector512.Create(rows[3]);
            c30 = Vector512.FusedMultiplyAdd(a, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(a, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(a, b2, c32);
            a = Vector512.Create(rows[4]);
            c40 = Vector512.FusedMultiplyAdd(a, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(a, b1, c41);
            c42 = Vector512.FusedMultiplyAdd(a, b2, c42);
            a = Vector512.Create(rows[5]);
            c50 = Vector512.FusedMultiplyAdd(a, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(a, b1, c51);
            c52 = Vector512.FusedMultiplyAdd(a, b2, c52);
            a = Vector512.Create(rows[6]);
            c60 = Vector512.FusedMultiplyAdd(a, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(a, b1, c61);
            c62 = Vector512.FusedMultiplyAdd(a, b2, c62);
            a = Vector512.Create(rows[7]);
            c70 = Vector512.FusedMultiplyAdd(a, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(a, b1, c71);
            c72 = Vector512.FusedMultiplyAdd(a, b2, c72);
            rows += MicroKernel.Rows;
            columns += MicroKernel.Columns;
        }

        Store(product, c00, c01, c02);
        Store(product + stride, c10, c11, c12);
        Store(product + (2 * stride), c20, c21, c22);
        Store(product + (3 * stride), c30, c31, c32);
        Store(product + (4 * stride), c40, c41, c42);
        Store(product + (5 * stride), c50, c51, c52);
        Store(product + (6 * stride), c60, c61, c62);
        Store(product + (7 * stride), c70, c71, c72);
    }

    private static void Store(float* row, Vector512<float> first, Vector512<float> second, Vector512<float> third)
    {
        first.StoreAligned(row);
        second.StoreAligned(row + 16);
        third.StoreAligned(row + 32);
    }
}
