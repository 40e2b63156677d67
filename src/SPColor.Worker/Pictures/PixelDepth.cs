using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>16-bit pictures for formats that hold 8 bits.</summary>
internal static class PixelDepth
{
    /// <summary>The picture with 8 bits per channel, rounded to nearest; <paramref name="pixels"/> itself where it has them.</summary>
    /// <param name="pixels">Rgba8 or Rgba16.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static PixelBuffer To8Bit(PixelBuffer pixels, CancellationToken cancellationToken)
    {
        if (pixels.Format != PixelFormat.Rgba16)
            return pixels;
        PixelBuffer rounded = new(pixels.Size, PixelFormat.Rgba8);
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<ushort> source = MemoryMarshal.Cast<byte, ushort>(pixels.Row(y));
            Span<byte> row = rounded.Row(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = (byte)((source[i] + 128) / 257);
        }
        return rounded;
    }
}
