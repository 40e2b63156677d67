using System.Numerics;

namespace SPColor.Core.Imaging;

/// <summary>
/// Linear RGB ↔ CIELAB (D65) on vectors, with the constants of spcolor.md §1.2. Only exactly rounded operations are used
/// (no fused multiply-add, no library functions), so a lane's result does not depend on the machine's vector width.
/// </summary>
internal static class LabVectors
{
    private const float Sixteenth = 16f / 116f;
    private const float ForwardKnee = 0.008856f;
    private const float InverseKnee = 0.2068966f;
    private const float Slope = 7.787f;

    // Rows: X, Y, Z from linear red, green, blue; then the D65 white of the 2° observer.
    private static readonly double[] s_published =
        [0.412453, 0.357580, 0.180423, 0.212671, 0.715160, 0.072169, 0.019334, 0.119193, 0.950227];

    private static readonly double[] s_white = [0.95047, 1, 1.08883];

    private static readonly float[] s_forward = [.. s_published.Select((m, i) => (float)(m / s_white[i / 3]))];
    private static readonly float[] s_backward = [.. Matrix3.Inverse(s_published).Select((m, i) => (float)(m * s_white[i % 3]))];

    /// <summary>L* of linear RGB 0…1.</summary>
    public static Vector<float> Lightness(Vector<float> r, Vector<float> g, Vector<float> b) =>
        (F(Row(s_forward, 3, r, g, b)) * 116f) - new Vector<float>(16f);

    /// <summary>CIELAB of linear RGB 0…1.</summary>
    public static void FromLinear(ref Vector<float> r, ref Vector<float> g, ref Vector<float> b)
    {
        Vector<float> fx = F(Row(s_forward, 0, r, g, b));
        Vector<float> fy = F(Row(s_forward, 3, r, g, b));
        Vector<float> fz = F(Row(s_forward, 6, r, g, b));
        r = (fy * 116f) - new Vector<float>(16f);
        g = (fx - fy) * 500f;
        b = (fy - fz) * 200f;
    }

    /// <summary>Linear RGB of CIELAB, not clamped: values outside 0…1 are outside sRGB.</summary>
    public static void ToLinear(ref Vector<float> l, ref Vector<float> a, ref Vector<float> b)
    {
        Vector<float> fy = (l + new Vector<float>(16f)) * (1f / 116f);
        Vector<float> x = InverseF(fy + (a * (1f / 500f)));
        Vector<float> y = InverseF(fy);
        Vector<float> z = InverseF(Vector.Max(fy - (b * (1f / 200f)), Vector<float>.Zero));

        // The published matrix and white differ by 7e-5, which would tint greys by two steps of 16 bits: a* = b* = 0 is grey.
        Vector<int> grey = Vector.Equals(Vector.Abs(a) + Vector.Abs(b), Vector<float>.Zero);
        l = Vector.ConditionalSelect(grey, y, Row(s_backward, 0, x, y, z));
        a = Vector.ConditionalSelect(grey, y, Row(s_backward, 3, x, y, z));
        b = Vector.ConditionalSelect(grey, y, Row(s_backward, 6, x, y, z));
    }

    /// <summary>Cube root of positive normal numbers, within two units in the last place.</summary>
    public static Vector<float> CubeRoot(Vector<float> x)
    {
        // A third of the bit pattern is the root within 4 %; each Halley step cubes the error.
        Vector<float> third = Vector.ConvertToSingle(Vector.AsVectorInt32(x)) * (1f / 3f);
        Vector<float> root = Vector.AsVectorSingle(Vector.ConvertToInt32(third) + new Vector<int>(0x2A5137A0));
        root = Halley(x, root);
        return Halley(x, root);
    }

    private static Vector<float> Halley(Vector<float> x, Vector<float> root)
    {
        Vector<float> cube = root * root * root;
        return root * ((cube + x + x) / (cube + cube + x));
    }

    private static Vector<float> F(Vector<float> t)
    {
        Vector<float> knee = new(ForwardKnee);
        Vector<float> line = (t * Slope) + new Vector<float>(Sixteenth);
        return Vector.ConditionalSelect(Vector.GreaterThan(t, knee), CubeRoot(Vector.Max(t, knee)), line);
    }

    private static Vector<float> InverseF(Vector<float> t)
    {
        Vector<float> line = (t - new Vector<float>(Sixteenth)) * (1f / Slope);
        return Vector.ConditionalSelect(Vector.GreaterThan(t, new Vector<float>(InverseKnee)), t * t * t, line);
    }

    private static Vector<float> Row(float[] m, int at, Vector<float> x, Vector<float> y, Vector<float> z) =>
        (x * m[at]) + (y * m[at + 1]) + (z * m[at + 2]);
}
