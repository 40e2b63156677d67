using System.Buffers.Binary;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Files that promise more pixels than their bytes can hold: refused before any memory is taken for them.</summary>
internal static class PictureClaims
{
    // zlib packs at most 1032 to 1; a GIF code of a byte and a half stands for at most 4096 pixels; two bytes of a packed bitmap for 255.
    private const long MostPerDeflated = 1032, MostPerGif = 4096, MostPerPackedBmp = 128;
    private const int RiffHeader = 8;

    /// <summary>Refuses what cannot be whole.</summary>
    /// <param name="path">The file, for the message.</param>
    /// <param name="file">The whole file, JPEG and TIFF excepted.</param>
    /// <param name="format">Its kind.</param>
    /// <exception cref="Core.SPColorException">The picture is too large, or the file is too short for what it promises.</exception>
    public static void Check(string path, ReadOnlySpan<byte> file, PictureFormat format)
    {
        bool isShort = format switch
        {
            PictureFormat.Png => file.Length >= 33 && PngBytes(path, file) > (UInt128)(file.Length * MostPerDeflated),
            PictureFormat.Gif => file.Length >= 10 && UInt16(file, 6) * (long)UInt16(file, 8) > file.Length * MostPerGif,
            PictureFormat.WebP => UInt32(file, 4) + (long)RiffHeader > file.Length + 1L,
            PictureFormat.Bmp => file.Length >= BmpMetadata.FileHeader + BmpMetadata.InfoHeader && IsShortBmp(file),
            _ => false,
        };
        if (isShort)
            throw PictureErrors.Truncated(path);
    }

    // Rows of an interlaced picture take more, never less.
    private static UInt128 PngBytes(string path, ReadOnlySpan<byte> file)
    {
        uint width = BinaryPrimitives.ReadUInt32BigEndian(file[16..]), height = BinaryPrimitives.ReadUInt32BigEndian(file[20..]);
        PictureLimits.Check(path, width, height, (file[24] == 16 ? PixelFormat.Rgba16 : PixelFormat.Rgba8).BytesPerPixel());
        int samples = file[25] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        return (UInt128)height * ((((UInt128)width * (uint)(samples * file[24])) + 7) / 8);
    }

    private static bool IsShortBmp(ReadOnlySpan<byte> file)
    {
        long width = BinaryPrimitives.ReadInt32LittleEndian(file[18..]), height = BinaryPrimitives.ReadInt32LittleEndian(file[22..]);
        int bits = UInt16(file, 28);
        bool isPacked = UInt32(file, 30) is 1 or 2;
        if (width <= 0 || UInt32(file, BmpMetadata.FileHeader) < BmpMetadata.InfoHeader)
            return false;
        UInt128 pixels = (UInt128)width * (UInt128)Math.Abs(height);
        return isPacked ? pixels > (UInt128)(file.Length * MostPerPackedBmp) : pixels * (uint)bits / 8 > (UInt128)file.Length;
    }

    private static ushort UInt16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16LittleEndian(file[at..]);

    private static uint UInt32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file[at..]);
}
