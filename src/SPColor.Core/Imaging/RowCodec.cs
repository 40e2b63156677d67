using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SPColor.Core.Imaging;

/// <summary>Reads and writes the channels of interleaved rows, whose order <see cref="PixelFormat"/> names.</summary>
internal static class RowCodec
{
    /// <summary>Whether a pixel has alpha above 0.</summary>
    public static bool IsVisible(ReadOnlySpan<byte> row, PixelFormat format, int x) =>
        format == PixelFormat.Rgba16 ? (row[(8 * x) + 6] | row[(8 * x) + 7]) != 0 : row[(4 * x) + 3] != 0;

    /// <summary>Whether red, green and blue are equal.</summary>
    public static bool IsNeutral(ReadOnlySpan<byte> row, PixelFormat format, int x)
    {
        if (format == PixelFormat.Rgba16)
        {
            ReadOnlySpan<ushort> p = MemoryMarshal.Cast<byte, ushort>(row.Slice(8 * x, 8));
            return p[0] == p[1] && p[1] == p[2];
        }

        ReadOnlySpan<byte> q = row.Slice(4 * x, 4);
        return q[0] == q[1] && q[1] == q[2];
    }

    /// <summary>Linear light of a run of pixels.</summary>
    /// <param name="row">Interleaved row.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="start">First pixel.</param>
    /// <param name="count">Pixels; the planes hold at least as many.</param>
    /// <param name="r">Receives red, 0…1.</param>
    /// <param name="g">Receives green.</param>
    /// <param name="b">Receives blue.</param>
    public static void DecodeLinear(
        ReadOnlySpan<byte> row, PixelFormat format, int start, int count, Span<float> r, Span<float> g, Span<float> b)
    {
        if (format == PixelFormat.Rgba16)
            Decode<ushort>(row, start, count, SrgbTransfer.Linear16, r, g, b);
        else if (format == PixelFormat.Rgba8)
            Decode<byte>(row, start, count, SrgbTransfer.Linear8, r, g, b);
        else
            Decode<byte>(row, start, count, SrgbTransfer.Linear8, b, g, r);
    }

    /// <summary>Linear light of a run of pixels of any space, in that space's primaries.</summary>
    /// <param name="row">Interleaved row.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="space">What its numbers mean.</param>
    /// <param name="start">First pixel.</param>
    /// <param name="count">Pixels; the planes hold at least as many.</param>
    /// <param name="r">Receives red, 0…1.</param>
    /// <param name="g">Receives green.</param>
    /// <param name="b">Receives blue.</param>
    public static void DecodeLinear(
        ReadOnlySpan<byte> row, PixelFormat format, RgbSpace space, int start, int count, Span<float> r, Span<float> g, Span<float> b)
    {
        (float[] red, float[] green, float[] blue) = space.Linear(format);
        (int first, int third) = format == PixelFormat.Bgra8 ? (2, 0) : (0, 2);
        if (format == PixelFormat.Rgba16)
        {
            ReadOnlySpan<ushort> wide = MemoryMarshal.Cast<byte, ushort>(row).Slice(4 * start, 4 * count);
            for (int i = 0; i < count; i++)
                (r[i], g[i], b[i]) = (red[wide[4 * i]], green[wide[(4 * i) + 1]], blue[wide[(4 * i) + 2]]);
            return;
        }

        ReadOnlySpan<byte> narrow = row.Slice(4 * start, 4 * count);
        for (int i = 0; i < count; i++)
            (r[i], g[i], b[i]) = (red[narrow[(4 * i) + first]], green[narrow[(4 * i) + 1]], blue[narrow[(4 * i) + third]]);
    }

    /// <summary>Stores a run of colour values; alpha bytes stay as they are.</summary>
    /// <param name="row">Interleaved row.</param>
    /// <param name="format">Its layout.</param>
    /// <param name="start">First pixel.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="r">Red in channel steps (0…255 or 0…65535).</param>
    /// <param name="g">Green.</param>
    /// <param name="b">Blue.</param>
    public static void Store(Span<byte> row, PixelFormat format, int start, int count, Span<int> r, Span<int> g, Span<int> b)
    {
        if (format == PixelFormat.Rgba16)
        {
            Span<ushort> wide = MemoryMarshal.Cast<byte, ushort>(row).Slice(4 * start, 4 * count);
            for (int i = 0; i < count; i++)
            {
                wide[4 * i] = (ushort)r[i];
                wide[(4 * i) + 1] = (ushort)g[i];
                wide[(4 * i) + 2] = (ushort)b[i];
            }

            return;
        }

        Span<int> first = format == PixelFormat.Rgba8 ? r : b;
        Span<int> third = format == PixelFormat.Rgba8 ? b : r;
        Span<byte> narrow = row.Slice(4 * start, 4 * count);
        for (int i = 0; i < count; i++)
        {
            narrow[4 * i] = (byte)first[i];
            narrow[(4 * i) + 1] = (byte)g[i];
            narrow[(4 * i) + 2] = (byte)third[i];
        }
    }

    private static void Decode<T>(
        ReadOnlySpan<byte> row, int start, int count, float[] table, Span<float> first, Span<float> second, Span<float> third)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(row).Slice(4 * start, 4 * count);
        for (int i = 0; i < count; i++)
        {
            first[i] = table[Index(values[4 * i])];
            second[i] = table[Index(values[(4 * i) + 1])];
            third[i] = table[Index(values[(4 * i) + 2])];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Index<T>(T value)
        where T : unmanaged => typeof(T) == typeof(byte) ? Unsafe.BitCast<T, byte>(value) : Unsafe.BitCast<T, ushort>(value);
}
