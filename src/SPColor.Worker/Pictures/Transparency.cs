using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Whether leaving alpha out would lose something.</summary>
internal static class Transparency
{
    /// <summary>Whether some pixel is not wholly opaque.</summary>
    /// <param name="pixels">Rgba8 or Rgba16.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static bool IsUsed(PixelBuffer pixels, CancellationToken cancellationToken)
    {
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<byte> row = pixels.Row(y);
            bool isUsed = pixels.Format == PixelFormat.Rgba16
                ? IsUsed<ushort>(MemoryMarshal.Cast<byte, ushort>(row), ushort.MaxValue)
                : IsUsed<byte>(row, byte.MaxValue);
            if (isUsed)
                return true;
        }
        return false;
    }

    private static bool IsUsed<T>(ReadOnlySpan<T> row, T opaque)
        where T : unmanaged, IEquatable<T>
    {
        for (int i = 3; i < row.Length; i += 4)
        {
            if (!row[i].Equals(opaque))
                return true;
        }
        return false;
    }
}
