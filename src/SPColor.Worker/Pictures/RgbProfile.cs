using SkiaSharp;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Brings pixels with an RGB profile (Adobe RGB, Display P3) to sRGB, in which colours are compared and predicted.</summary>
internal static class RgbProfile
{
    private const int PixelsAtOnce = 1 << 18;

    /// <summary>Converts a picture in place; colours outside of sRGB are clipped channel by channel, alpha stays.</summary>
    /// <param name="pixels">Rgba8 or Rgba16 with straight alpha; unchanged where the profile is sRGB.</param>
    /// <param name="profile">A profile of kind <see cref="ProfileKind.Rgb"/>.</param>
    /// <param name="cancellationToken">Checked for every quarter of a million pixels.</param>
    /// <returns>False where Skia cannot follow the profile; the pixels are unchanged then.</returns>
    public static unsafe bool TryToSrgb(PixelBuffer pixels, byte[] profile, CancellationToken cancellationToken)
    {
        using SKColorSpaceIccProfile? parsed = SKColorSpaceIccProfile.Create(profile);
        using SKColorSpace? space = parsed is null ? null : SKColorSpace.CreateIcc(parsed);
        if (space is null)
            return false;
        if (space.IsSrgb)
            return true;
        using SKColorSpace srgb = SKColorSpace.CreateSrgb();
        SKColorType type = pixels.Format == PixelFormat.Rgba16 ? SKColorType.Rgba16161616 : SKColorType.Rgba8888;
        int pixelLength = pixels.Format.BytesPerPixel();
        byte[] converted = new byte[Math.Min(pixels.Bytes.Length, PixelsAtOnce * pixelLength)];
        // Rows have no gaps between them, so that the whole picture is one long row.
        for (int at = 0; at < pixels.Bytes.Length; at += converted.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<byte> part = pixels.Bytes.AsSpan(at, Math.Min(converted.Length, pixels.Bytes.Length - at));
            int count = part.Length / pixelLength;
            fixed (byte* from = part, to = converted)
            {
                using SKPixmap source = new(new SKImageInfo(count, 1, type, SKAlphaType.Unpremul, space), (nint)from);
                if (!source.ReadPixels(new SKImageInfo(count, 1, type, SKAlphaType.Unpremul, srgb), (nint)to, part.Length))
                    return false;
            }
            converted.AsSpan(0, part.Length).CopyTo(part);
        }
        return true;
    }
}
