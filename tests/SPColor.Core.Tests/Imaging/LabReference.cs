namespace SPColor.Core.Tests.Imaging;

/// <summary>Plain double-precision sRGB ↔ CIELAB as spcolor.md §1.2 writes it.</summary>
internal static class LabReference
{
    public static (double L, double A, double B) FromSrgb(double red, double green, double blue)
    {
        (double r, double g, double b) = (Linear(red), Linear(green), Linear(blue));
        double x = F(((0.412453 * r) + (0.357580 * g) + (0.180423 * b)) / 0.95047);
        double y = F((0.212671 * r) + (0.715160 * g) + (0.072169 * b));
        double z = F(((0.019334 * r) + (0.119193 * g) + (0.950227 * b)) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    /// <summary>Linear RGB, not clamped; the inverse matrix is solved by Cramer's rule.</summary>
    public static (double R, double G, double B) ToLinear(double l, double a, double b)
    {
        double fy = (l + 16) / 116;
        double x = 0.95047 * InverseF((a / 500) + fy), y = InverseF(fy), z = 1.08883 * InverseF(Math.Max(fy - (b / 200), 0));
        double[,] m = { { 0.412453, 0.357580, 0.180423 }, { 0.212671, 0.715160, 0.072169 }, { 0.019334, 0.119193, 0.950227 } };
        double[] xyz = [x, y, z];
        return (Solve(m, xyz, 0), Solve(m, xyz, 1), Solve(m, xyz, 2));
    }

    public static double Encode(double linear)
    {
        double c = Math.Clamp(linear, 0, 1);
        return c > 0.0031308 ? (1.055 * Math.Pow(c, 1 / 2.4)) - 0.055 : 12.92 * c;
    }

    public static double Linear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);

    private static double InverseF(double t) => t > 0.2068966 ? t * t * t : (t - (16.0 / 116)) / 7.787;

    private static double Solve(double[,] m, double[] right, int column)
    {
        double[,] replaced = (double[,])m.Clone();
        for (int i = 0; i < 3; i++)
            replaced[i, column] = right[i];
        return Determinant(replaced) / Determinant(m);
    }

    private static double Determinant(double[,] m) =>
        (m[0, 0] * ((m[1, 1] * m[2, 2]) - (m[1, 2] * m[2, 1])))
        - (m[0, 1] * ((m[1, 0] * m[2, 2]) - (m[1, 2] * m[2, 0])))
        + (m[0, 2] * ((m[1, 0] * m[2, 1]) - (m[1, 1] * m[2, 0])));
}
