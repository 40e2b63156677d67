using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

/// <summary>RGB spaces other than sRGB, from the numbers of their standards.</summary>
internal static class SampleSpaces
{
    /// <summary>Adobe RGB (1998), its primaries at D50 (annex B), gamma 2.2.</summary>
    public static readonly double[] AdobePrimaries = [0.60974, 0.20528, 0.14919, 0.31111, 0.62567, 0.06322, 0.01947, 0.06087, 0.74457];

    /// <summary>ProPhoto RGB at D50 (ISO 22028-2), gamma 1.8.</summary>
    public static readonly double[] WidePrimaries = [0.79767, 0.13519, 0.03134, 0.28804, 0.71188, 0.00009, 0, 0, 0.82491];

    /// <summary>sRGB at D50, inverted (IEC 61966-2-1, Bradford).</summary>
    public static readonly double[] XyzToSrgb = [3.13405, -1.61703, -0.49065, -0.97877, 1.91614, 0.03345, 0.07197, -0.22900, 1.40538];

    public static RgbSpace Adobe { get; } = Of(2.2, AdobePrimaries);

    public static RgbSpace Wide { get; } = Of(1.8, WidePrimaries);

    public static RgbSpace Of(double gamma, double[] primaries)
    {
        ToneCurve curve = ToneCurve.Create(x => Math.Pow(x, gamma))!;
        return RgbSpace.Create(curve, curve, curve, primaries)!;
    }

    /// <summary>CIELAB of a colour, 0…1, by way of linear sRGB in double precision.</summary>
    public static (double L, double A, double B) Lab(double gamma, double[] primaries, double r, double g, double b)
    {
        double[] linear = [Math.Pow(r, gamma), Math.Pow(g, gamma), Math.Pow(b, gamma)];
        double[] srgb = Times(XyzToSrgb, Times(primaries, linear));
        double[] encoded = [.. srgb.Select(v => v <= 0.0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055)];
        return LabReference.FromSrgb(encoded[0], encoded[1], encoded[2]);
    }

    private static double[] Times(double[] m, double[] v) =>
        [.. Enumerable.Range(0, 3).Select(row => (m[3 * row] * v[0]) + (m[(3 * row) + 1] * v[1]) + (m[(3 * row) + 2] * v[2]))];
}
