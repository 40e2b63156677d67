using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>Rows of any <see cref="RgbSpace"/> ↔ CIELAB planes; those of sRGB go through <see cref="SrgbLabConverter"/> bit for bit.</summary>
internal static class SpaceConverter
{
    // A multiple of every vector width.
    private const int Run = 128;

    /// <summary>Converts a row to L*, a*, b*; alpha is ignored.</summary>
    /// <param name="space">What the row's numbers mean.</param>
    /// <param name="row">Interleaved row of as many pixels as the planes are long.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="l">Receives L*, 0…100.</param>
    /// <param name="a">Receives a*.</param>
    /// <param name="b">Receives b*.</param>
    public static void RowToLab(RgbSpace space, ReadOnlySpan<byte> row, PixelFormat format, Span<float> l, Span<float> a, Span<float> b)
    {
        if (space.IsSrgb)
        {
            SrgbLabConverter.RowToLab(row, format, l, a, b);
            return;
        }

        RowCodec.DecodeLinear(row, format, space, 0, l.Length, l, a, b);
        space.Primaries.ToSrgb(l, a, b);
        SrgbLabConverter.LinearToLab(l, a, b);
    }

    /// <summary>Converts a row to L* alone; equal to the L* of <see cref="RowToLab"/> bit for bit.</summary>
    /// <param name="space">What the row's numbers mean.</param>
    /// <param name="row">Interleaved row of as many pixels as the plane is long.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="l">Receives L*, 0…100.</param>
    public static void RowToLightness(RgbSpace space, ReadOnlySpan<byte> row, PixelFormat format, Span<float> l)
    {
        if (space.IsSrgb)
        {
            SrgbLabConverter.RowToLightness(row, format, l);
            return;
        }

        Span<float> r = stackalloc float[Run], g = stackalloc float[Run], b = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            Span<float> cr = r[..count], cg = g[..count], cb = b[..count];
            RowCodec.DecodeLinear(row, format, space, start, count, cr, cg, cb);
            space.Primaries.ToSrgb(cr, cg, cb);
            SrgbLabConverter.LinearToLab(cr, cg, cb);
            cr.CopyTo(l[start..]);
        }
    }

    /// <summary>
    /// Writes planes as the space's numbers, each channel clamped and rounded to the nearest step; alpha bytes of <paramref name="row"/> stay.
    /// </summary>
    /// <param name="space">What the numbers shall mean.</param>
    /// <param name="l">L*, 0…100.</param>
    /// <param name="a">a*.</param>
    /// <param name="b">b*.</param>
    /// <param name="format">Layout of the row.</param>
    /// <param name="row">Interleaved row of as many pixels as the planes are long.</param>
    public static void LabToRow(
        RgbSpace space, ReadOnlySpan<float> l, ReadOnlySpan<float> a, ReadOnlySpan<float> b, PixelFormat format, Span<byte> row)
    {
        if (space.IsSrgb)
        {
            SrgbLabConverter.LabToRow(l, a, b, format, row);
            return;
        }

        int top = format == PixelFormat.Rgba16 ? 65535 : 255;
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            l.Slice(start, count).CopyTo(c0);
            a.Slice(start, count).CopyTo(c1);
            b.Slice(start, count).CopyTo(c2);
            Span<Vector<float>> v0 = Vectors(c0), v1 = Vectors(c1), v2 = Vectors(c2);
            for (int i = 0; i < v0.Length; i++)
            {
                LabVectors.ToLinear(ref v0[i], ref v1[i], ref v2[i]);
                space.Primaries.FromSrgb(ref v0[i], ref v1[i], ref v2[i]);
            }

            RowCodec.Store(row, format, start, count, Levels(space.Red, c0, top), Levels(space.Green, c1, top), Levels(space.Blue, c2, top));
        }
    }

    // The levels take the place of the light.
    private static Span<int> Levels(ToneCurve curve, Span<float> linear, int top)
    {
        Span<int> levels = MemoryMarshal.Cast<float, int>(linear);
        for (int i = 0; i < linear.Length; i++)
            levels[i] = curve.Level(linear[i], top);
        return levels;
    }

    private static Span<Vector<float>> Vectors(Span<float> plane) => MemoryMarshal.Cast<float, Vector<float>>(plane);
}
