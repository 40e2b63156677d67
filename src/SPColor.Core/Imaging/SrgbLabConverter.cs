using System.Numerics;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>
/// sRGB rows ↔ CIELAB (D65) planes, with the matrix and constants of the published code (spcolor.md §1.2) but correct rounding
/// where that truncates. Every pixel goes through the same vector arithmetic, so results depend neither on the
/// machine's vector width nor on the pixel's place in the row.
/// </summary>
public static class SrgbLabConverter
{
    // A multiple of every vector width; small enough that a run stays in the first-level cache.
    private const int Run = 128;

    /// <summary>Converts a row to L*, a*, b*; alpha is ignored.</summary>
    /// <param name="row">Interleaved row of as many pixels as the planes are long.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="l">Receives L*, 0…100.</param>
    /// <param name="a">Receives a*.</param>
    /// <param name="b">Receives b*.</param>
    public static void RowToLab(ReadOnlySpan<byte> row, PixelFormat format, Span<float> l, Span<float> a, Span<float> b)
    {
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            RowCodec.DecodeLinear(row, format, start, count, c0, c1, c2);
            FromLinear(c0, c1, c2, count);
            Store(c0, c1, c2, count, l, a, b, start);
        }
    }

    /// <summary>Converts a row to L* alone; equal to the L* of <see cref="RowToLab"/> bit for bit.</summary>
    /// <param name="row">Interleaved row of as many pixels as the plane is long.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="l">Receives L*, 0…100.</param>
    public static void RowToLightness(ReadOnlySpan<byte> row, PixelFormat format, Span<float> l)
    {
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            RowCodec.DecodeLinear(row, format, start, count, c0, c1, c2);
            Span<Vector<float>> v0 = Vectors(c0), v1 = Vectors(c1), v2 = Vectors(c2);
            for (int i = 0; i < VectorCount(count); i++)
                v0[i] = LabVectors.Lightness(v0[i], v1[i], v2[i]);
            c0[..count].CopyTo(l[start..]);
        }
    }

    /// <summary>Converts planes of linear light in place.</summary>
    /// <param name="r">Red 0…1; becomes L*.</param>
    /// <param name="g">Green; becomes a*.</param>
    /// <param name="b">Blue; becomes b*.</param>
    internal static void LinearToLab(Span<float> r, Span<float> g, Span<float> b)
    {
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < r.Length; start += Run)
        {
            int count = Math.Min(Run, r.Length - start);
            Load(r, g, b, start, count, c0, c1, c2);
            FromLinear(c0, c1, c2, count);
            Store(c0, c1, c2, count, r, g, b, start);
        }
    }

    /// <summary>
    /// Writes planes as sRGB, each channel clamped and rounded to the nearest step; alpha bytes of <paramref name="row"/> stay.
    /// a* = b* = 0 gives equal channels.
    /// </summary>
    /// <param name="l">L*, 0…100.</param>
    /// <param name="a">a*.</param>
    /// <param name="b">b*.</param>
    /// <param name="format">Layout of the row.</param>
    /// <param name="row">Interleaved row of as many pixels as the planes are long.</param>
    public static void LabToRow(
        ReadOnlySpan<float> l, ReadOnlySpan<float> a, ReadOnlySpan<float> b, PixelFormat format, Span<byte> row)
    {
        float top = format == PixelFormat.Rgba16 ? 65535f : 255f;
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            Load(l, a, b, start, count, c0, c1, c2);
            Span<Vector<float>> v0 = Vectors(c0), v1 = Vectors(c1), v2 = Vectors(c2);
            for (int i = 0; i < VectorCount(count); i++)
            {
                LabVectors.ToLinear(ref v0[i], ref v1[i], ref v2[i]);
                v0[i] = Steps(v0[i], top);
                v1[i] = Steps(v1[i], top);
                v2[i] = Steps(v2[i], top);
            }

            RowCodec.Store(row, format, start, count, Integers(c0), Integers(c1), Integers(c2));
        }
    }

    /// <summary>Converts planes to sRGB values 0…1, clamped; a* = b* = 0 gives equal channels.</summary>
    /// <param name="l">L*, 0…100; becomes red.</param>
    /// <param name="a">a*; becomes green.</param>
    /// <param name="b">b*; becomes blue.</param>
    public static void LabToRgb(Span<float> l, Span<float> a, Span<float> b)
    {
        Span<float> c0 = stackalloc float[Run], c1 = stackalloc float[Run], c2 = stackalloc float[Run];
        for (int start = 0; start < l.Length; start += Run)
        {
            int count = Math.Min(Run, l.Length - start);
            Load(l, a, b, start, count, c0, c1, c2);
            Span<Vector<float>> v0 = Vectors(c0), v1 = Vectors(c1), v2 = Vectors(c2);
            for (int i = 0; i < VectorCount(count); i++)
            {
                LabVectors.ToLinear(ref v0[i], ref v1[i], ref v2[i]);
                (v0[i], v1[i], v2[i]) = (SrgbTransfer.Encode(v0[i]), SrgbTransfer.Encode(v1[i]), SrgbTransfer.Encode(v2[i]));
            }

            Store(c0, c1, c2, count, l, a, b, start);
        }
    }

    private static void Load(
        ReadOnlySpan<float> p0, ReadOnlySpan<float> p1, ReadOnlySpan<float> p2, int start, int count, Span<float> c0, Span<float> c1, Span<float> c2)
    {
        p0.Slice(start, count).CopyTo(c0);
        p1.Slice(start, count).CopyTo(c1);
        p2.Slice(start, count).CopyTo(c2);
    }

    private static void Store(
        ReadOnlySpan<float> c0, ReadOnlySpan<float> c1, ReadOnlySpan<float> c2, int count, Span<float> p0, Span<float> p1, Span<float> p2, int start)
    {
        c0[..count].CopyTo(p0[start..]);
        c1[..count].CopyTo(p1[start..]);
        c2[..count].CopyTo(p2[start..]);
    }

    // Whole vectors: what lies beyond the run is computed and dropped.
    private static void FromLinear(Span<float> r, Span<float> g, Span<float> b, int count)
    {
        Span<Vector<float>> v0 = Vectors(r), v1 = Vectors(g), v2 = Vectors(b);
        for (int i = 0; i < VectorCount(count); i++)
            LabVectors.FromLinear(ref v0[i], ref v1[i], ref v2[i]);
    }

    // The rounded channel value, as the bits of an integer.
    private static Vector<float> Steps(Vector<float> linear, float top) =>
        Vector.AsVectorSingle(Vector.ConvertToInt32((SrgbTransfer.Encode(linear) * top) + new Vector<float>(0.5f)));

    private static int VectorCount(int count) => (count + Vector<float>.Count - 1) / Vector<float>.Count;

    private static Span<Vector<float>> Vectors(Span<float> plane) => MemoryMarshal.Cast<float, Vector<float>>(plane);

    private static Span<int> Integers(Span<float> plane) => MemoryMarshal.Cast<float, int>(plane);
}
