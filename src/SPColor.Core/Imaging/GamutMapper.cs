using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>Brings CIELAB colours into sRGB by reducing chroma alone: L* and the CIELAB hue angle stay.</summary>
public static class GamutMapper
{
    // The factor is found to 1/65536: a chroma of 128 to 0.002.
    private const int Steps = 16;

    // What single precision leaves of a true sRGB colour's zero channel; below 0.001 of L* when it is clamped away.
    private const float SlackOfBlack = 1e-6f;
    private const float SlackOfLuminance = 4e-6f;

    /// <summary>
    /// Multiplies a* and b* of every colour outside sRGB by the largest factor that brings it inside (bisection); colours inside stay
    /// bit for bit. Only vectors that hold a colour outside pay.
    /// </summary>
    /// <param name="l">L*, 0…100.</param>
    /// <param name="a">a*, changed in place; as long as <paramref name="l"/>.</param>
    /// <param name="b">b*, changed in place; as long as <paramref name="l"/>.</param>
    public static void Map(ReadOnlySpan<float> l, Span<float> a, Span<float> b) => Map(l, a, b, RgbSpace.Srgb);

    /// <summary>
    /// The same for a picture of another space: into what both have. The networks know sRGB photos only, so that a colour outside is no
    /// prediction; and a photo gets the same colours under every profile that holds them.
    /// </summary>
    /// <param name="l">L*, 0…100.</param>
    /// <param name="a">a*, changed in place; as long as <paramref name="l"/>.</param>
    /// <param name="b">b*, changed in place; as long as <paramref name="l"/>.</param>
    /// <param name="space">The picture's space.</param>
    internal static void Map(ReadOnlySpan<float> l, Span<float> a, Span<float> b, RgbSpace space)
    {
        Primaries? primaries = space.IsSrgb ? null : space.Primaries;
        int width = Vector<float>.Count;
        int whole = l.Length - (l.Length % width);
        ReadOnlySpan<Vector<float>> vl = MemoryMarshal.Cast<float, Vector<float>>(l[..whole]);
        Span<Vector<float>> va = MemoryMarshal.Cast<float, Vector<float>>(a[..whole]);
        Span<Vector<float>> vb = MemoryMarshal.Cast<float, Vector<float>>(b[..whole]);
        for (int i = 0; i < vl.Length; i++)
            Map(vl[i], ref va[i], ref vb[i], primaries);
        if (whole == l.Length)
            return;

        Span<float> tail = stackalloc float[3 * width];
        tail.Clear();
        l[whole..].CopyTo(tail);
        a[whole..].CopyTo(tail[width..]);
        b[whole..].CopyTo(tail[(2 * width)..]);
        Span<Vector<float>> lab = MemoryMarshal.Cast<float, Vector<float>>(tail);
        Map(lab[0], ref lab[1], ref lab[2], primaries);
        tail.Slice(width, l.Length - whole).CopyTo(a[whole..]);
        tail.Slice(2 * width, l.Length - whole).CopyTo(b[whole..]);
    }

    private static void Map(Vector<float> l, ref Vector<float> a, ref Vector<float> b, Primaries? primaries)
    {
        Vector<int> inside = IsInside(l, a, b, primaries);
        if (Vector.EqualsAll(inside, Vector<int>.AllBitsSet))
            return;

        Vector<float> low = Vector<float>.Zero, high = Vector<float>.One;
        for (int step = 0; step < Steps; step++)
        {
            Vector<float> middle = (low + high) * 0.5f;
            Vector<int> fits = IsInside(l, a * middle, b * middle, primaries);
            low = Vector.ConditionalSelect(fits, middle, low);
            high = Vector.ConditionalSelect(fits, high, middle);
        }

        a = Vector.ConditionalSelect(inside, a, a * low);
        b = Vector.ConditionalSelect(inside, b, b * low);
    }

    private static Vector<int> IsInside(Vector<float> l, Vector<float> a, Vector<float> b, Primaries? primaries)
    {
        LabVectors.ToLinear(ref l, ref a, ref b);
        Vector<int> inside = IsInside(l, a, b);
        if (primaries is null)
            return inside;
        primaries.FromSrgb(ref l, ref a, ref b);
        return Vector.BitwiseAnd(inside, IsInside(l, a, b));
    }

    // Of linear light.
    private static Vector<int> IsInside(Vector<float> r, Vector<float> g, Vector<float> b)
    {
        Vector<float> least = Vector.Min(r, Vector.Min(g, b));
        Vector<float> most = Vector.Max(r, Vector.Max(g, b));
        Vector<float> slack = (Vector.Max(most, Vector<float>.Zero) * SlackOfLuminance) + new Vector<float>(SlackOfBlack);
        return Vector.BitwiseAnd(
            Vector.GreaterThanOrEqual(least, -slack), Vector.LessThanOrEqual(most, Vector<float>.One + slack));
    }
}
