using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>The largest picture that is read; checked from the header, before any memory is taken for it.</summary>
internal static class PictureLimits
{
    /// <summary>Pixels of one picture: 16,384 × 16,384, which fills one array at 8 bits per channel to a half.</summary>
    public const long MaxPixels = 1L << 28;

    /// <summary>Refuses what is too large or empty.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="width">Columns as the header has them.</param>
    /// <param name="height">Rows as the header has them.</param>
    /// <param name="bytesPerPixel">4 or 8, in memory.</param>
    /// <exception cref="SPColorException">Too many pixels, or none.</exception>
    public static void Check(string path, long width, long height, int bytesPerPixel)
    {
        if (width <= 0 || height <= 0)
            throw PictureErrors.Damaged(path);
        long most = Math.Min(MaxPixels, Array.MaxLength / bytesPerPixel);
        if ((UInt128)width * (UInt128)height <= (UInt128)most)
            return;
        double scale = Math.Sqrt(most / ((double)width * height));
        long fitWidth = Math.Max(1, (long)(width * scale));
        long fitHeight = Math.Min(Math.Max(1, (long)(height * scale)), most / fitWidth);
        throw new SPColorException(
            $"{path}: {width}×{height} pixels are more than the {most / 1_000_000} million that spcolor takes: " +
            $"reduce it to {fitWidth}×{fitHeight} or less.");
    }
}
