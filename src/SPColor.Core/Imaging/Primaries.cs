using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>
/// Linear light of one RGB space ↔ that of sRGB. Equal channels stay equal, bit for bit: each result is its own channel plus parts of
/// the differences to the two others, which is a matrix whose rows sum to one. Grey is grey in every space.
/// </summary>
internal sealed class Primaries
{
    // sRGB's primaries at D50 as ICC profiles give them (IEC 61966-2-1, Bradford): rows X, Y, Z.
    private static readonly double[] s_srgb = [0.43607, 0.38515, 0.14307, 0.22249, 0.71687, 0.06061, 0.01392, 0.09708, 0.71410];

    private readonly float[] _toSrgb;
    private readonly float[] _fromSrgb;

    private Primaries(double[] toSrgb, double[] fromSrgb)
    {
        _toSrgb = [.. toSrgb.Select(m => (float)m)];
        _fromSrgb = [.. fromSrgb.Select(m => (float)m)];
    }

    /// <summary>The space is sRGB's.</summary>
    public static Primaries Srgb { get; } = Create(s_srgb)!;

    /// <summary>From the XYZ of the primaries.</summary>
    /// <param name="xyz">Rows X, Y, Z, columns red, green, blue, at D50.</param>
    /// <returns>Null where they span no space.</returns>
    public static Primaries? Create(ReadOnlySpan<double> xyz)
    {
        double[]? toSrgb = WithRowsOfOne(Times(Matrix3.Inverse(s_srgb), xyz));
        return toSrgb is null || WithRowsOfOne(Matrix3.Inverse(toSrgb)) is not { } fromSrgb ? null : new Primaries(toSrgb, fromSrgb);
    }

    /// <summary>Largest part that one channel has in another's sRGB value.</summary>
    public float DistanceToSrgb => Enumerable.Range(0, 9).Where(i => i % 4 != 0).Max(i => Math.Abs(_toSrgb[i]));

    /// <summary>Linear light of this space to that of sRGB, in place; below 0 and above 1 outside sRGB.</summary>
    public void ToSrgb(Span<float> r, Span<float> g, Span<float> b)
    {
        int whole = r.Length - (r.Length % Vector<float>.Count);
        Span<Vector<float>> vr = Vectors(r[..whole]), vg = Vectors(g[..whole]), vb = Vectors(b[..whole]);
        for (int i = 0; i < vr.Length; i++)
            Apply(_toSrgb, ref vr[i], ref vg[i], ref vb[i]);
        for (int i = whole; i < r.Length; i++)
        {
            Vector<float> x = new(r[i]), y = new(g[i]), z = new(b[i]);
            Apply(_toSrgb, ref x, ref y, ref z);
            (r[i], g[i], b[i]) = (x[0], y[0], z[0]);
        }
    }

    /// <summary>Linear light of sRGB to that of this space.</summary>
    public void FromSrgb(ref Vector<float> r, ref Vector<float> g, ref Vector<float> b) => Apply(_fromSrgb, ref r, ref g, ref b);

    private static void Apply(float[] m, ref Vector<float> r, ref Vector<float> g, ref Vector<float> b)
    {
        Vector<float> rg = g - r, rb = b - r, gb = b - g;
        (r, g, b) = (
            r + (rg * m[1]) + (rb * m[2]),
            g - (rg * m[3]) + (gb * m[5]),
            b - (rb * m[6]) - (gb * m[7]));
    }

    // A profile's white may miss D50 by rounding, or more by an old program's mistake; grey stays grey all the same.
    private static double[]? WithRowsOfOne(double[] m)
    {
        for (int row = 0; row < 9; row += 3)
        {
            double sum = m[row] + m[row + 1] + m[row + 2];
            if (!double.IsFinite(sum) || Math.Abs(sum) < 0.1)
                return null;
            (m[row], m[row + 1], m[row + 2]) = (m[row] / sum, m[row + 1] / sum, m[row + 2] / sum);
        }

        return m;
    }

    private static double[] Times(double[] a, ReadOnlySpan<double> b)
    {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++)
        {
            int row = i - (i % 3), column = i % 3;
            product[i] = (a[row] * b[column]) + (a[row + 1] * b[column + 3]) + (a[row + 2] * b[column + 6]);
        }

        return product;
    }

    private static Span<Vector<float>> Vectors(Span<float> plane) => MemoryMarshal.Cast<float, Vector<float>>(plane);
}
