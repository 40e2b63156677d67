using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Profiles;

namespace SPColor.Worker.Pictures;

/// <summary>From an open file to a picture that an output may carry.</summary>
internal static class PictureReader
{
    private const int BlockLength = 1 << 20;

    /// <summary>Reads a picture, turned upright.</summary>
    /// <param name="stream">The file, at its beginning.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="SPColorException">Empty, no picture, damaged, truncated or too large.</exception>
    public static Picture Read(FileStream stream, string path, CancellationToken cancellationToken)
    {
        Span<byte> head = stackalloc byte[ForeignFile.HeadLength];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0)
            throw new SPColorException($"{path}: the file is empty: copy or download it again.");
        PictureFormat format = PictureFormats.BySignature(head[..Math.Min(length, PictureFormats.SignatureLength)])
            ?? throw ForeignFile.Refusal(path, head[..length]);
        stream.Position = 0;
        if (format != PictureFormat.Tiff)
            return Decode(ReadAll(stream, path, cancellationToken), format, path, cancellationToken) with { Source = format };
        (Picture picture, int orientation) = TiffReader.Read(stream, path, cancellationToken);
        return Finish(picture, path, orientation, cancellationToken) with { Source = format };
    }

    private static Picture Decode(byte[] file, PictureFormat format, string path, CancellationToken cancellationToken)
    {
        PictureMetadata metadata = format switch
        {
            PictureFormat.Jpeg => JpegMetadata.Read(file),
            PictureFormat.Png => PngMetadata.Read(file),
            PictureFormat.WebP => WebPMetadata.Read(file),
            PictureFormat.Bmp => BmpMetadata.Read(file),
            _ => PictureMetadata.None,
        };
        PictureClaims.Check(path, file, format);
        Picture picture = Pixels(file, format, metadata, path, cancellationToken);
        return Finish(picture, path, ExifBlock.Orientation(metadata.Exif), cancellationToken);
    }

    private static Picture Pixels(byte[] file, PictureFormat format, PictureMetadata metadata, string path, CancellationToken cancellationToken)
    {
        ProfileKind profile = IccProfile.Kind(metadata.IccProfile);
        if (format == PictureFormat.Jpeg)
        {
            JpegStructure structure = JpegStructure.Read(file);
            Picture picture = JpegReader.Read(path, file, structure, profile, cancellationToken) with { Metadata = metadata };
            if (structure.Components == Inks.Count && !InkTable.IsUsable(metadata.IccProfile))
                picture = Inks.Plain(picture, path);
            return MorePictures.OfJpeg(picture, path, file, structure) with { Quality = JpegQuality.Nearest(structure.LuminanceTable) };
        }
        if (format != PictureFormat.Png)
            return SkiaReader.Read(path, file, profile, cancellationToken) with { Metadata = metadata };
        Picture png = DeepPng.Is(file)
            ? DeepPng.Read(path, file, cancellationToken)
            : SkiaReader.Read(path, file, profile, cancellationToken);
        return MorePictures.OfPng(png with { Metadata = metadata }, path, file);
    }

    // From "as stored" to "as an output may carry it": profile that fits RGB, upright, EXIF that says so.
    private static Picture Finish(Picture picture, string path, int orientation, CancellationToken cancellationToken)
    {
        picture = PictureSpace.Follow(picture, path);
        (_, byte[]? exif, Resolution? resolution) = picture.Metadata;
        PixelBuffer upright = EncodedOrientation.Apply(picture.Pixels, orientation, cancellationToken);
        resolution ??= ExifBlock.ReadResolution(exif);
        if (EncodedOrientation.Transposes(orientation) && resolution is var (x, y))
            resolution = new Resolution(y, x);
        Resolution? shape = picture.Metadata.Aspect;
        PictureMetadata kept = picture.Metadata with
        {
            Exif = ExifBlock.Upright(exif, upright.Size),
            Resolution = resolution,
            Aspect = shape is { } aspect && EncodedOrientation.Transposes(orientation) ? new Resolution(aspect.Y, aspect.X) : shape,
            Iptc = picture.Metadata.Iptc ?? ExifText.Iptc(exif),
            Xmp = XmpPacket.Upright(picture.Metadata.Xmp),
        };
        return EmptyAlpha.TakeAsOpaque(picture with { Pixels = upright, Metadata = kept }, path, cancellationToken);
    }

    private static byte[] ReadAll(FileStream stream, string path, CancellationToken cancellationToken)
    {
        if (stream.Length > Array.MaxLength)
            throw new SPColorException($"{path}: the file has more than 2 GB: save it as TIFF or reduce it.");
        byte[] file = new byte[stream.Length];
        for (int at = 0; at < file.Length;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = stream.Read(file, at, Math.Min(file.Length - at, BlockLength));
            if (length == 0)
                throw PictureErrors.Truncated(path);
            at += length;
        }
        return file;
    }
}
