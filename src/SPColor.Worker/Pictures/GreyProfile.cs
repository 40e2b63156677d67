using System.Runtime.InteropServices;
using SkiaSharp;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>
/// Brings pictures with a grey profile ("Dot Gain 20%", "Gray Gamma 2.2") to sRGB: a coloured output cannot carry such a profile.
/// </summary>
internal static class GreyProfile
{
    private const int Levels = 256;

    /// <summary>Replaces every channel value by its sRGB value.</summary>
    /// <param name="pixels">Rgba8 or Rgba16, changed in place.</param>
    /// <param name="profile">A profile of kind <see cref="ProfileKind.Grey"/>.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static void ToSrgb(PixelBuffer pixels, byte[] profile, CancellationToken cancellationToken)
    {
        float[] curve = Curve(profile);
        bool deep = pixels.Format == PixelFormat.Rgba16;
        int most = deep ? ushort.MaxValue : byte.MaxValue;
        ushort[] table = [.. Enumerable.Range(0, most + 1).Select(value => Look(curve, value, most))];
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<byte> row = pixels.Row(y);
            Span<ushort> deepRow = MemoryMarshal.Cast<byte, ushort>(row);
            int channels = pixels.Size.Width * 4;
            for (int i = 0; i < channels; i += (i & 3) == 2 ? 2 : 1)
            {
                if (deep)
                    deepRow[i] = table[deepRow[i]];
                else
                    row[i] = (byte)table[row[i]];
            }
        }
    }

    private static ushort Look(float[] curve, int value, int most)
    {
        float at = value * (Levels - 1f) / most;
        int below = Math.Min((int)at, Levels - 2);
        float level = curve[below] + ((at - below) * (curve[below + 1] - curve[below]));
        return (ushort)MathF.Round(Math.Clamp(level, 0, 1) * most);
    }

    // Skia reads grey profiles only as part of a picture, so it is shown a ramp that has one.
    private static unsafe float[] Curve(byte[] profile)
    {
        byte[] ramp = [.. Enumerable.Range(0, Levels).Select(level => (byte)level)];
        using MemoryStream png = new();
        fixed (byte* pixels = ramp)
        {
            using SKPixmap pixmap = new(new SKImageInfo(Levels, 1, SKColorType.Gray8, SKAlphaType.Opaque, null), (nint)pixels);
            using SKData encoded = pixmap.Encode(SKPngEncoderOptions.Default)!;
            PngMetadata.Write(png, encoded.AsSpan(), new PictureMetadata(profile));
        }
        using SKData file = SKData.CreateCopy(png.ToArray())!;
        using SKCodec codec = SKCodec.Create(file)!;
        using SKColorSpace srgb = SKColorSpace.CreateSrgb();
        Half[] converted = new Half[Levels * 4];
        SKCodecResult result;
        fixed (Half* pixels = converted)
            result = codec.GetPixels(new SKImageInfo(Levels, 1, SKColorType.RgbaF16, SKAlphaType.Unpremul, srgb), (nint)pixels);
        // A profile that Skia cannot follow counts as sRGB.
        return result == SKCodecResult.Success
            ? [.. Enumerable.Range(0, Levels).Select(level => (float)converted[4 * level])]
            : [.. Enumerable.Range(0, Levels).Select(level => level / (Levels - 1f))];
    }
}
