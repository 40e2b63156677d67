using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>Small pictures and metadata made in code.</summary>
internal static class Samples
{
    public static readonly Resolution Dpi = new(300, 150);

    /// <summary>Every pixel differs; nothing is symmetric.</summary>
    public static Picture Picture(int width, int height, PixelFormat format = PixelFormat.Rgba8, bool hasAlpha = false, PictureMetadata? metadata = null)
    {
        PixelBuffer pixels = new(new GridSize(width, height), format);
        for (int i = 0; i < width * height; i++)
        {
            ushort[] pixel = [(ushort)(i * 2663), (ushort)((i * 977) + 300), (ushort)(65535 - (i * 1201)), hasAlpha ? (ushort)(65535 - (i * 771)) : ushort.MaxValue];
            for (int channel = 0; channel < 4; channel++)
            {
                if (format == PixelFormat.Rgba16)
                    MemoryMarshal.Cast<byte, ushort>(pixels.Bytes.AsSpan())[(4 * i) + channel] = pixel[channel];
                else
                    pixels.Bytes[(4 * i) + channel] = (byte)(pixel[channel] >> 8);
            }
        }
        return new Picture(pixels, hasAlpha, metadata ?? PictureMetadata.None);
    }

    /// <summary>Orientation, resolution, size, camera and a pointer to a thumbnail, in either byte order.</summary>
    public static byte[] Exif(int orientation, bool bigEndian = false)
    {
        byte[] block = new byte[160];
        (bigEndian ? "MM\0*"u8 : "II*\0"u8).CopyTo(block);
        Put(4, 8, 4);
        Put(8, 5, 2);
        Entry(10, 0x0110, 2, 8, 120);
        Entry(22, 0x0112, 3, 1, bigEndian ? orientation << 16 : orientation);
        Entry(34, 0x011A, 5, 1, 130);
        Entry(46, 0x011B, 5, 1, 138);
        Entry(58, 0x8769, 4, 1, 80);
        Put(70, 150, 4);
        Put(80, 2, 2);
        Entry(82, 0xA002, 4, 1, 9999);
        Entry(94, 0xA003, 4, 1, 9999);
        "OldBox1\0"u8.CopyTo(block.AsSpan(120));
        Put(130, 300, 4);
        Put(134, 1, 4);
        Put(138, 150, 4);
        Put(142, 1, 4);
        return block;

        void Entry(int at, int tag, int type, int count, int value)
        {
            Put(at, tag, 2);
            Put(at + 2, type, 2);
            Put(at + 4, count, 4);
            Put(at + 8, value, 4);
        }

        void Put(int at, int value, int length)
        {
            Span<byte> four = stackalloc byte[4];
            if (bigEndian)
                BinaryPrimitives.WriteInt32BigEndian(four, value);
            else
                BinaryPrimitives.WriteInt32LittleEndian(four, value);
            (bigEndian ? four[(4 - length)..] : four[..length]).CopyTo(block.AsSpan(at));
        }
    }

    public static byte[] Saved(Picture picture, string ending)
    {
        using TempFolder folder = new();
        ImageFile.Save(picture, folder["picture" + ending], new SaveOptions(), TestContext.Current.CancellationToken);
        return File.ReadAllBytes(folder["picture" + ending]);
    }

    public static Picture Loaded(byte[] file)
    {
        using TempFolder folder = new();
        return ImageFile.Load(folder.Put("picture", file), TestContext.Current.CancellationToken);
    }

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    /// <summary>The message of a failure, which must be one line that names the file.</summary>
    public static string Refusal(string path, Action action)
    {
        string message = Assert.Throws<SPColorException>(action).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
