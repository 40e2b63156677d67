using System.Numerics;
using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Brings samples of a direct <see cref="TiffLayout"/> into RGBA rows.</summary>
internal sealed class TiffSamples
{
    private readonly TiffLayout _layout;
    private readonly PixelBuffer _pixels;
    private readonly (int Sample, int Channel)[] _channels;
    private readonly byte[][]? _palette;

    /// <summary>Prepares for one page.</summary>
    /// <param name="tiff">The file, for its palette.</param>
    /// <param name="layout">A direct layout.</param>
    /// <param name="pixels">Of the layout's size and format.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="Core.SPColorException">The palette is missing.</exception>
    public TiffSamples(Tiff tiff, TiffLayout layout, PixelBuffer pixels, string path)
    {
        _layout = layout;
        _pixels = pixels;
        (int, int)[] colours = layout.IsSingle ? [(0, 0)] : [(0, 0), (1, 1), (2, 2)];
        _channels = layout.IsInks ? [.. colours, (3, 3)] : layout.AlphaSample < 0 ? colours : [.. colours, (layout.AlphaSample, 3)];
        if (layout.Photometric != Photometric.PALETTE)
            return;
        if (tiff.GetField(TiffTag.COLORMAP) is not [var red, var green, var blue])
            throw PictureErrors.Damaged(path);
        _palette = [Narrow(red), Narrow(green), Narrow(blue)];
    }

    /// <summary>Stores samples of a part of a row.</summary>
    /// <param name="source">Samples of one plane, or of all interleaved.</param>
    /// <param name="plane">The plane; 0 when interleaved.</param>
    /// <param name="x">First column.</param>
    /// <param name="y">Row.</param>
    /// <param name="count">Number of pixels.</param>
    public void Store(ReadOnlySpan<byte> source, int plane, int x, int y, int count)
    {
        foreach ((int sample, int channel) in _channels)
        {
            if (_layout.IsPlanar && sample != plane)
                continue;
            int first = _layout.IsPlanar ? 0 : sample;
            int step = _layout.IsPlanar ? 1 : _layout.Samples;
            int to = (4 * x) + channel;
            Span<byte> row = _pixels.Row(y);
            if (_layout.Bits == 16)
                Scatter(MemoryMarshal.Cast<byte, ushort>(source)[first..], step, MemoryMarshal.Cast<byte, ushort>(row)[to..], count);
            else
                Scatter(source[first..], step, row[to..], count);
        }
    }

    /// <summary>Turns the stored samples of a row into colours, once all of them are there.</summary>
    /// <param name="y">Row.</param>
    public void Finish(int y)
    {
        if (_layout.Bits == 16)
            Finish(MemoryMarshal.Cast<byte, ushort>(_pixels.Row(y)), ushort.MaxValue);
        else
            Finish(_pixels.Row(y), byte.MaxValue);
    }

    private static byte[] Narrow(FieldValue map)
    {
        ushort[] wide = [.. map.ToShortArray().Select(value => (ushort)value)];
        // Some old programs wrote 8-bit palettes.
        int shift = wide.Any(value => value > byte.MaxValue) ? 8 : 0;
        byte[] narrow = new byte[byte.MaxValue + 1];
        for (int i = 0; i < Math.Min(wide.Length, narrow.Length); i++)
            narrow[i] = (byte)(wide[i] >> shift);
        return narrow;
    }

    private static void Scatter<T>(ReadOnlySpan<T> source, int step, Span<T> row, int count)
    {
        for (int i = 0; i < count; i++)
            row[4 * i] = source[i * step];
    }

    private void Finish<T>(Span<T> row, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (_layout.IsInks)
            return;
        for (int i = 0; i < row.Length; i += 4)
        {
            Span<T> pixel = row.Slice(i, 4);
            if (_palette is not null)
            {
                int index = int.CreateTruncating(pixel[0]);
                for (int channel = 0; channel < 3; channel++)
                    pixel[channel] = T.CreateTruncating(_palette[channel][index]);
            }
            else if (_layout.IsSingle)
            {
                if (_layout.Photometric == Photometric.MINISWHITE)
                    pixel[0] = most - pixel[0];
                pixel[1] = pixel[2] = pixel[0];
            }

            if (_layout.AlphaSample < 0)
                pixel[3] = most;
            else if (_layout.IsPremultiplied && !T.IsZero(pixel[3]))
                Divide(pixel, most);
        }
    }

    private static void Divide<T>(Span<T> pixel, T most)
        where T : unmanaged, IBinaryInteger<T>
    {
        ulong alpha = ulong.CreateTruncating(pixel[3]);
        ulong full = ulong.CreateTruncating(most);
        for (int channel = 0; channel < 3; channel++)
            pixel[channel] = T.CreateTruncating(Math.Min(full, ((ulong.CreateTruncating(pixel[channel]) * full) + (alpha / 2)) / alpha));
    }
}
