using PaintDotNet.Imaging;

namespace PaintDotNet.Host.Documents;

/// <summary>Straight-alpha blending, rounded to the nearest byte.</summary>
internal static class PixelBlend
{
    /// <summary>Normal blend mode.</summary>
    public static ColorBgra32 Over(ColorBgra32 below, ColorBgra32 above, float opacity)
    {
        double weight = above.A * opacity / 255, rest = below.A / 255.0 * (1 - weight);
        return Weighted(below, rest, above, weight);
    }

    /// <summary>A selection's edge: <paramref name="mask"/> 255 is all new, 0 all old.</summary>
    public static ColorBgra32 Mix(ColorBgra32 oldPixel, ColorBgra32 newPixel, byte mask)
    {
        if (mask == 0) return oldPixel;
        if (mask == byte.MaxValue) return newPixel;
        double share = mask / 255.0;
        return Weighted(oldPixel, oldPixel.A / 255.0 * (1 - share), newPixel, newPixel.A / 255.0 * share);
    }

    private static ColorBgra32 Weighted(ColorBgra32 a, double weightA, ColorBgra32 b, double weightB)
    {
        double sum = weightA + weightB;
        if (sum <= 0) return default;
        return new ColorBgra32(Mean(a.B, b.B), Mean(a.G, b.G), Mean(a.R, b.R), (byte)Math.Round(255 * Math.Min(1, sum)));

        byte Mean(byte first, byte second) => (byte)Math.Round((first * weightA + second * weightB) / sum);
    }
}
