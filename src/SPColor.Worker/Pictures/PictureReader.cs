using SPColor.Core;
using SPColor.Core.Imaging;

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
        Span<byte> head = stackalloc byte[PictureFormats.SignatureLength];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (length == 0)
            throw new SPColorException($"{path}: the file is empty: copy or download it again.");
        PictureFormat format = PictureFormats.BySignature(head[..length])
            ?? throw new SPColorException($"{path}: this is no picture that spcolor reads: give a JPEG, PNG, TIFF, BMP, WebP or GIF file.");
        stream.Position = 0;
        if (format != PictureFormat.Tiff)
            return Decode(ReadAll(stream, path, cancellationToken), format, path, cancellationToken);
        (Picture picture, int orientation) = TiffReader.Read(stream, path, cancellationToken);
        return Finish(picture, orientation, cancellationToken);
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
        Picture picture;
        if (format == PictureFormat.Png && DeepPng.Is(file))
        {
            (PixelBuffer pixels, bool hasAlpha) = DeepPng.Read(path, file, cancellationToken);
            picture = new Picture(pixels, hasAlpha, metadata);
        }
        else
        {
            picture = SkiaReader.Read(path, file, IccProfile.Kind(metadata.IccProfile), cancellationToken) with { Metadata = metadata };
        }
        return Finish(picture, ExifBlock.Orientation(metadata.Exif), cancellationToken);
    }

    // From "as stored" to "as an output may carry it": profile that fits RGB, upright, EXIF that says so.
    private static Picture Finish(Picture picture, int orientation, CancellationToken cancellationToken)
    {
        (byte[]? profile, byte[]? exif, Resolution? resolution) = picture.Metadata;
        ProfileKind kind = IccProfile.Kind(profile);
        if (kind == ProfileKind.Grey)
            GreyProfile.ToSrgb(picture.Pixels, profile!, cancellationToken);
        PixelBuffer upright = EncodedOrientation.Apply(picture.Pixels, orientation, cancellationToken);
        resolution ??= ExifBlock.ReadResolution(exif);
        if (EncodedOrientation.Transposes(orientation) && resolution is var (x, y))
            resolution = new Resolution(y, x);
        bool keeps = kind == ProfileKind.Rgb && profile!.Length <= IccProfile.MaxLength;
        PictureMetadata kept = new(keeps ? profile : null, ExifBlock.Upright(exif, upright.Size), resolution);
        return picture with { Pixels = upright, Metadata = kept };
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
