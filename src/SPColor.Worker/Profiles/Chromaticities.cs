using SPColor.Core.Imaging;

namespace SPColor.Worker.Profiles;

/// <summary>Where white and the primaries lie (CIE 1931 x, y), as PNG and video name them.</summary>
internal sealed record Chromaticities((double X, double Y) White, (double X, double Y) Red, (double X, double Y) Green, (double X, double Y) Blue)
{
    // White of ICC's connection space, and the Bradford matrix (ICC.1:2022 annex E).
    private static readonly double[] _d50 = [0.9642, 1, 0.8249];
    private static readonly double[] _bradford = [0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296];

    private static readonly (double, double) _d65 = (0.3127, 0.3290);

    /// <summary>sRGB and Rec. 709.</summary>
    public static Chromaticities Srgb { get; } = new(_d65, (0.64, 0.33), (0.30, 0.60), (0.15, 0.06));

    /// <summary>Adobe RGB (1998), the second space of digital cameras (DCF 2.0).</summary>
    public static Chromaticities AdobeRgb { get; } = new(_d65, (0.64, 0.33), (0.21, 0.71), (0.15, 0.06));

    /// <summary>Display P3.</summary>
    public static Chromaticities DisplayP3 { get; } = new(_d65, (0.680, 0.320), (0.265, 0.690), (0.150, 0.060));

    /// <summary>Rec. 2020.</summary>
    public static Chromaticities Rec2020 { get; } = new(_d65, (0.708, 0.292), (0.170, 0.797), (0.131, 0.046));

    /// <summary>From this white to D50: rows of a matrix on XYZ.</summary>
    public double[] ToD50()
    {
        double[] from = Times(_bradford, Xyz(White)), to = Times(_bradford, _d50);
        double[] scaled = [.. _bradford.Select((m, i) => m * to[i / 3] / from[i / 3])];
        return Product(Matrix3.Inverse(_bradford), scaled);
    }

    /// <summary>XYZ of the primaries at D50: rows X, Y, Z, columns red, green, blue. Not finite where they lie on a line.</summary>
    public double[] Primaries()
    {
        double[] columns = Transposed([.. Xyz(Red), .. Xyz(Green), .. Xyz(Blue)]);
        double[] light = Times(Matrix3.Inverse(columns), Xyz(White));
        return Product(ToD50(), [.. columns.Select((m, i) => m * light[i % 3])]);
    }

    private static double[] Xyz((double X, double Y) at) => [at.X / at.Y, 1, (1 - at.X - at.Y) / at.Y];

    private static double[] Transposed(double[] m) => [m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]];

    private static double[] Times(double[] m, double[] v) =>
        [.. Enumerable.Range(0, 3).Select(row => (m[3 * row] * v[0]) + (m[(3 * row) + 1] * v[1]) + (m[(3 * row) + 2] * v[2]))];

    private static double[] Product(double[] a, double[] b) =>
        [.. Enumerable.Range(0, 9).Select(i => Enumerable.Range(0, 3).Sum(k => a[(i / 3 * 3) + k] * b[(3 * k) + (i % 3)]))];
}
