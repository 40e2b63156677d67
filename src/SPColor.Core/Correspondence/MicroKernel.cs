using System.Runtime.Intrinsics;

namespace SPColor.Core.Correspondence;

/// <summary>
/// The innermost product, of the shape that the registers hold. Kernels are compiled optimised at once: the first picture would
/// else run most of its products in the ten times slower first-tier code.
/// </summary>
internal static unsafe class MicroKernel
{
    /// <summary>Target rows of one product.</summary>
    public const int Rows = 8;

    /// <summary>Reference columns of one product.</summary>
    public const int Columns = 48;

    /// <summary>product[r·stride + j] = Σ_k rows[k·8 + r] · columns[k·48 + j] for r in 0…7, j in 0…47.</summary>
    /// <param name="rows">Channels × 8, packed.</param>
    /// <param name="columns">Channels × 48, packed, aligned to 64 bytes.</param>
    /// <param name="channels">Inner size.</param>
    /// <param name="product">8 rows of 48, aligned to 64 bytes.</param>
    /// <param name="stride">Floats between two rows of the product, a multiple of 16.</param>
    public static void Multiply(float* rows, float* columns, int channels, float* product, int stride)
    {
        if (Vector512.IsHardwareAccelerated)
            WideKernel.Multiply(rows, columns, channels, product, stride);
        else
            PortableKernel.Multiply(rows, columns, channels, product, stride);
    }
}
