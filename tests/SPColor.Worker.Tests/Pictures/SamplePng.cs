using System.Buffers.Binary;
using System.IO.Compression;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>PNG files of 16 bits in every variety, which Skia does not write.</summary>
internal static class SamplePng
{
    private static readonly (int X, int Y, int StepX, int StepY)[] _passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Encodes samples, interleaved by pixel.</summary>
    public static byte[] Deep(GridSize size, int colourType, ushort[] samples, bool isInterlaced = false, int filter = 0, byte[]? transparent = null)
    {
        int channels = colourType switch { 0 => 1, 2 => 3, 4 => 2, _ => 4 };
        using MemoryStream packed = new();
        using (ZLibStream data = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            foreach (var (left, top, stepX, stepY) in isInterlaced ? _passes : [(0, 0, 1, 1)])
            {
                byte[] above = new byte[(size.Width - left + stepX - 1) / stepX * channels * 2];
                for (int y = top; y < size.Height && left < size.Width; y += stepY)
                {
                    byte[] row = [.. Enumerable.Range(0, size.Width).Where(x => x >= left && (x - left) % stepX == 0)
                        .SelectMany(x => samples.Skip(((y * size.Width) + x) * channels).Take(channels))
                        .SelectMany(sample => new[] { (byte)(sample >> 8), (byte)sample })];
                    data.WriteByte((byte)filter);
                    data.Write(Filtered(filter, row, above, channels * 2));
                    above = row;
                }
            }
        }
        using MemoryStream file = new();
        file.Write(PngChunks.Signature);
        PngChunks.Write(file, "IHDR"u8, Header(size, 16, colourType, isInterlaced));
        if (transparent is not null)
            PngChunks.Write(file, "tRNS"u8, transparent);
        PngChunks.Write(file, "IDAT"u8, packed.ToArray());
        PngChunks.Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A file that promises a size and ends.</summary>
    public static byte[] HeaderOnly(GridSize size, int bits)
    {
        using MemoryStream file = new();
        file.Write(PngChunks.Signature);
        PngChunks.Write(file, "IHDR"u8, Header(size, bits, 2, false));
        PngChunks.Write(file, "IDAT"u8, [0x78, 0x9C]);
        PngChunks.Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Header(GridSize size, int bits, int colourType, bool isInterlaced)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, size.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), size.Height);
        header[8] = (byte)bits;
        header[9] = (byte)colourType;
        header[12] = (byte)(isInterlaced ? 1 : 0);
        return header;
    }

    private static byte[] Filtered(int filter, byte[] row, byte[] above, int pixel)
    {
        byte[] filtered = new byte[row.Length];
        for (int i = 0; i < row.Length; i++)
        {
            int left = i < pixel ? 0 : row[i - pixel];
            int up = above[i];
            int upLeft = i < pixel ? 0 : above[i - pixel];
            int p = left + up - upLeft;
            int paeth = new[] { left, up, upLeft }.MinBy(value => Math.Abs(p - value));
            filtered[i] = (byte)(row[i] - filter switch { 0 => 0, 1 => left, 2 => up, 3 => (left + up) / 2, _ => paeth });
        }
        return filtered;
    }
}
