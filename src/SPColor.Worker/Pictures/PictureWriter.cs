using SkiaSharp;
using SPColor.Core.Files;
using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>From a picture to a complete file.</summary>
internal static class PictureWriter
{
    // libjpeg's JPEG_MAX_DIMENSION and the 14 bits of a WebP header.
    private const int MaxJpegSide = 65_500;
    private const int MaxWebPSide = 16_383;

    /// <summary>Writes a picture with its metadata.</summary>
    /// <param name="picture">Rgba8 or Rgba16.</param>
    /// <param name="path">The output file; its ending chooses the kind.</param>
    /// <param name="options">Quality.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="SPColorException">Unknown ending, transparent or too large for the kind, or the place cannot be written.</exception>
    public static void Write(Picture picture, string path, SaveOptions options, CancellationToken cancellationToken)
    {
        PictureFormat format = PictureFormats.ByEnding(path);
        CheckFits(picture, format, path, cancellationToken);
        Picture fitted = format is PictureFormat.Png or PictureFormat.Tiff
            ? picture
            : picture with { Pixels = PixelDepth.To8Bit(picture.Pixels, cancellationToken) };
        if (format is PictureFormat.Tiff or PictureFormat.Bmp)
        {
            AtomicFile.Write(path, stream => WriteRows(stream, fitted, format, cancellationToken), cancellationToken);
            return;
        }
        using SKData encoded = SkiaWriter.Encode(fitted, format, options.Quality, path, cancellationToken);
        AtomicFile.Write(path, stream => WriteEncoded(stream, fitted, format, encoded), cancellationToken);
    }

    /// <summary>Refuses a picture that a kind of file cannot hold.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="format">The kind.</param>
    /// <param name="path">The output file, for messages.</param>
    /// <param name="cancellationToken">Stops the search for transparent pixels.</param>
    /// <exception cref="SPColorException">Transparent or too large for the kind.</exception>
    public static void CheckFits(Picture picture, PictureFormat format, string path, CancellationToken cancellationToken)
    {
        int longest = Math.Max(picture.Pixels.Size.Width, picture.Pixels.Size.Height);
        int most = format switch
        {
            PictureFormat.Jpeg => MaxJpegSide,
            PictureFormat.WebP => MaxWebPSide,
            _ => int.MaxValue,
        };
        if (longest > most)
        {
            throw new SPColorException(
                $"{path}: {format.Name()} holds at most {most} pixels a side, the picture has {longest}: use .png or .tif.");
        }
        if (picture.HasAlpha && format is PictureFormat.Jpeg or PictureFormat.Bmp && Transparency.IsUsed(picture.Pixels, cancellationToken))
            throw new SPColorException($"{path}: {format.Name()} cannot hold transparency: use .png.");
    }

    private static void WriteRows(Stream stream, Picture picture, PictureFormat format, CancellationToken cancellationToken)
    {
        if (format == PictureFormat.Tiff)
            TiffWriter.Write(stream, picture, cancellationToken);
        else
            BmpWriter.Write(stream, picture.Pixels, picture.Metadata, cancellationToken);
    }

    private static void WriteEncoded(Stream stream, Picture picture, PictureFormat format, SKData encoded)
    {
        switch (format)
        {
            case PictureFormat.Jpeg:
                JpegMetadata.Write(stream, encoded.AsSpan(), picture.Metadata);
                break;
            case PictureFormat.Png:
                PngMetadata.Write(stream, encoded.AsSpan(), picture.Metadata);
                break;
            default:
                WebPMetadata.Write(stream, encoded.AsSpan(), picture.Metadata, picture.Pixels.Size, picture.HasAlpha);
                break;
        }
    }
}
