using SkiaSharp;
using SPColor.Core;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Encodes JPEG, PNG and WebP; the profile is added afterwards, so that no pixel is converted.</summary>
internal static class SkiaWriter
{
    // Compression effort of lossless WebP, 0…100; more costs many seconds for a photo and gains a few percent.
    private const float WebPEffort = 25;
    private const int ZlibLevel = 6;
    private const int JpegDefault = 95;

    /// <summary>Encodes a picture in memory, without metadata.</summary>
    /// <param name="picture">Rgba8, or Rgba16 for PNG.</param>
    /// <param name="format">JPEG, PNG or WebP.</param>
    /// <param name="quality">Of JPEG and WebP, 1…100; null: JPEG as the picture's own file, else 95; WebP without loss.</param>
    /// <param name="path">The output file, for the message.</param>
    /// <param name="cancellationToken">Stops the waiting for Skia.</param>
    /// <returns>The file; JPEG without chroma subsampling.</returns>
    /// <exception cref="SPColorException">Skia has not the memory for it: size and kind were checked before.</exception>
    public static SKData Encode(Picture picture, PictureFormat format, int? quality, string path, CancellationToken cancellationToken) =>
        Abandonable.Run(() => Encode(picture, format, quality), cancellationToken)
            ?? throw new SPColorException($"{path}: not enough memory to encode it as {format.Name()}: close other programs, or save it as .tif.");

    private static unsafe SKData? Encode(Picture picture, PictureFormat format, int? quality)
    {
        PixelBuffer pixels = picture.Pixels;
        SKColorType type = pixels.Format == PixelFormat.Rgba16 ? SKColorType.Rgba16161616 : SKColorType.Rgba8888;
        SKAlphaType alpha = picture.HasAlpha && format != PictureFormat.Jpeg ? SKAlphaType.Unpremul : SKAlphaType.Opaque;
        fixed (byte* bytes = pixels.Bytes)
        {
            using SKPixmap pixmap = new(new SKImageInfo(pixels.Size.Width, pixels.Size.Height, type, alpha, null), (nint)bytes);
            return format switch
            {
                PictureFormat.Jpeg => pixmap.Encode(
                    new SKJpegEncoderOptions(quality ?? picture.Quality ?? JpegDefault, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore)),
                PictureFormat.WebP when quality is { } lossy => pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, lossy)),
                PictureFormat.WebP => pixmap.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, WebPEffort)),
                _ => pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, ZlibLevel)),
            };
        }
    }
}
