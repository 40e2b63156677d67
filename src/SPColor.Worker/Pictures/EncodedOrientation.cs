using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Turns stored pixels upright (EXIF 2.32 §4.6.4 A, tag Orientation; TIFF 6.0 tag 274).</summary>
internal static class EncodedOrientation
{
    /// <summary>Whether rows become columns.</summary>
    /// <param name="orientation">1…8.</param>
    public static bool Transposes(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>The upright picture; <paramref name="source"/> itself where it is upright already.</summary>
    /// <param name="source">Pixels as stored.</param>
    /// <param name="orientation">1…8; anything else counts as 1.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static PixelBuffer Apply(PixelBuffer source, int orientation, CancellationToken cancellationToken)
    {
        if (orientation is < 2 or > 8)
            return source;
        GridSize size = Transposes(orientation) ? new GridSize(source.Size.Height, source.Size.Width) : source.Size;
        PixelBuffer upright = new(size, source.Format) { Space = source.Space };
        if (source.Format == PixelFormat.Rgba16)
            Turn<ulong>(source, upright, orientation, cancellationToken);
        else
            Turn<uint>(source, upright, orientation, cancellationToken);
        return upright;
    }

    private static void Turn<TPixel>(PixelBuffer source, PixelBuffer upright, int orientation, CancellationToken cancellationToken)
        where TPixel : unmanaged
    {
        int width = source.Size.Width;
        int lastRow = width * (source.Size.Height - 1);
        int lastColumn = width - 1;
        (int origin, int stepX, int stepY) = orientation switch
        {
            2 => (lastColumn, -1, width),
            3 => (lastRow + lastColumn, -1, -width),
            4 => (lastRow, 1, -width),
            5 => (0, width, 1),
            6 => (lastRow, -width, 1),
            7 => (lastRow + lastColumn, -width, -1),
            _ => (lastColumn, width, -1),
        };
        ReadOnlySpan<TPixel> stored = MemoryMarshal.Cast<byte, TPixel>(source.Bytes);
        for (int y = 0; y < upright.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<TPixel> row = MemoryMarshal.Cast<byte, TPixel>(upright.Row(y));
            int at = origin + (y * stepY);
            for (int x = 0; x < row.Length; x++, at += stepX)
                row[x] = stored[at];
        }
    }
}
