using SPColor.Core.Files;
using SkiaSharp;
using SPColor.Core;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Numbers as an 8-bit grey PNG: no profile, no metadata, so that every program reads the same values.</summary>
internal static class GreyPng
{
    private const int ZlibLevel = 6;

    /// <summary>Refuses the name of an output of another kind.</summary>
    /// <exception cref="SPColorException">It does not end in .png.</exception>
    public static void CheckEnding(string path, string option)
    {
        if (!Path.GetExtension(path).Equals(".png", StringComparison.OrdinalIgnoreCase))
            throw new SPColorException($"{path}: {option} writes numbers as PNG: end the name in .png.");
    }

    /// <summary>Writes a file; an existing one is replaced by a complete one or kept.</summary>
    /// <param name="values">One byte a pixel, row by row.</param>
    /// <param name="size">Size of the picture.</param>
    /// <param name="path">The output file.</param>
    /// <param name="cancellationToken">Stops the waiting for Skia, and the writing.</param>
    /// <exception cref="SPColorException">The place cannot be written.</exception>
    public static void Save(byte[] values, GridSize size, string path, CancellationToken cancellationToken)
    {
        using SKData encoded = Abandonable.Run(() => Encode(values, size), cancellationToken)
            ?? throw new SPColorException($"{path}: a picture of {size} pixels cannot be encoded as PNG: use a smaller one.");
        AtomicFile.Write(path, stream => stream.Write(encoded.AsSpan()), cancellationToken);
    }

    private static unsafe SKData? Encode(byte[] values, GridSize size)
    {
        fixed (byte* bytes = values)
        {
            using SKPixmap pixmap = new(new SKImageInfo(size.Width, size.Height, SKColorType.Gray8, SKAlphaType.Opaque, null), (nint)bytes);
            return pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, ZlibLevel));
        }
    }
}
