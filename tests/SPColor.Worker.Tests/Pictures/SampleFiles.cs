using System.Buffers.Binary;
using BitMiracle.LibTiff.Classic;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>Files with more than one picture.</summary>
internal static class SampleFiles
{
    private const int HeaderLength = 33;

    /// <summary>A PNG file that says it is an animation; its frames beyond the first are left to the imagination.</summary>
    public static byte[] AnimatedPng(byte[] file, int frames)
    {
        using MemoryStream animated = new();
        animated.Write(file.AsSpan(0, HeaderLength));
        byte[] control = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(control, frames);
        PngChunks.Write(animated, "acTL"u8, control);
        animated.Write(file.AsSpan(HeaderLength));
        return animated.ToArray();
    }

    /// <summary>Grey TIFF pages; every pixel of a page is its number plus what its place adds.</summary>
    public static byte[] Tiff((int Width, int Height, int SubfileType)[] pages, Action<Tiff>? more = null)
    {
        using MemoryStream file = new();
        TiffAccess.Write(file, tiff =>
        {
            for (int page = 0; page < pages.Length; page++)
            {
                (int width, int height, int kind) = pages[page];
                tiff.SetField(TiffTag.SUBFILETYPE, kind);
                tiff.SetField(TiffTag.IMAGEWIDTH, width);
                tiff.SetField(TiffTag.IMAGELENGTH, height);
                tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
                tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
                tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
                tiff.SetField(TiffTag.ROWSPERSTRIP, height);
                more?.Invoke(tiff);
                for (int y = 0; y < height; y++)
                    tiff.WriteScanline([.. Enumerable.Range(0, width).Select(x => (byte)(40 + page + (2 * x) + y))], y);
                tiff.WriteDirectory();
            }
        });
        return file.ToArray();
    }
}
