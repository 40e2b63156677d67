using SkiaSharp;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Reads JPEG, PNG, BMP, WebP and GIF. Numbers stay as stored, except CMYK, which becomes sRGB.</summary>
internal static class SkiaReader
{
    /// <summary>Reads the picture, not yet turned upright.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="file">The whole file.</param>
    /// <param name="profile">Kind of the profile in the file.</param>
    /// <param name="cancellationToken">Stops the waiting for Skia.</param>
    /// <returns>Rgba8 pixels with the default metadata.</returns>
    /// <exception cref="Core.SPColorException">Too large, damaged or truncated.</exception>
    public static Picture Read(string path, byte[] file, ProfileKind profile, CancellationToken cancellationToken) =>
        Abandonable.Run(() => Decode(path, file, profile), cancellationToken);

    private static unsafe Picture Decode(string path, byte[] file, ProfileKind profile)
    {
        // Memory of Skia's own kind: its wrapper of managed streams throws through native frames when a damaged file asks for too much.
        fixed (byte* encoded = file)
        {
            using SKData data = SKData.Create((nint)encoded, file.Length)!;
            using SKMemoryStream stream = new(data);
            using SKCodec? codec = SKCodec.Create(stream, out SKCodecResult opened);
            return codec is null ? throw Failure(path, opened) : Decode(path, codec, profile);
        }
    }

    private static unsafe Picture Decode(string path, SKCodec codec, ProfileKind profile)
    {
        PictureLimits.Check(path, codec.Info.Width, codec.Info.Height, PixelFormat.Rgba8.BytesPerPixel());

        PixelBuffer pixels = new(new GridSize(codec.Info.Width, codec.Info.Height), PixelFormat.Rgba8);
        // Without a colour space Skia leaves the numbers alone; with one it goes through the file's profile.
        using SKColorSpace? target = profile == ProfileKind.Cmyk ? SKColorSpace.CreateSrgb() : null;
        SKImageInfo info = new(pixels.Size.Width, pixels.Size.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, target);
        SKCodecResult decoded;
        fixed (byte* bytes = pixels.Bytes)
            decoded = codec.GetPixels(info, (nint)bytes);
        if (decoded != SKCodecResult.Success)
            throw Failure(path, decoded);

        bool hasAlpha = codec.Info.AlphaType != SKAlphaType.Opaque;
        Picture picture = new(pixels, hasAlpha, PictureMetadata.None);
        return codec.FrameCount > 1 ? MorePictures.With(picture, path, codec.FrameCount, "frames") : picture;
    }

    private static Core.SPColorException Failure(string path, SKCodecResult result) => result switch
    {
        SKCodecResult.IncompleteInput => PictureErrors.Truncated(path),
        SKCodecResult.Unimplemented => PictureErrors.Unsupported(path, "this variety of the format"),
        _ => PictureErrors.Damaged(path),
    };
}
