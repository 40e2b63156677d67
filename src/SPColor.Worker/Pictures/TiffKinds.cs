using BitMiracle.LibTiff.Classic;
using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>Varieties of TIFF that are not read, told from damaged files.</summary>
internal static class TiffKinds
{
    private const int CfaPhotometric = 32803;
    private const int LinearRawPhotometric = 34892;

    private static readonly Dictionary<int, string> _compressions = new()
    {
        [33003] = "JPEG 2000", [33005] = "JPEG 2000", [34661] = "JBIG", [34676] = "SGI LogLuv", [34677] = "SGI LogLuv", [34712] = "JPEG 2000",
        [34887] = "LERC", [34892] = "lossy DNG", [34925] = "LZMA", [50000] = "ZSTD", [50001] = "WebP", [50002] = "JPEG XL",
    };

    /// <summary>Refuses a page of a variety that is not read.</summary>
    /// <param name="tiff">The file at its page.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="SPColorException">Its compression, its numbers or their meaning is not known.</exception>
    public static void Check(Tiff tiff, string path)
    {
        if (_compressions.TryGetValue(tiff.Whole(TiffTag.COMPRESSION), out string? compression))
            throw new SPColorException($"{path}: spcolor does not read TIFF with {compression} compression: save it with LZW or ZIP.");
        int photometric = tiff.Whole(TiffTag.PHOTOMETRIC);
        if (photometric is CfaPhotometric or LinearRawPhotometric)
            throw new SPColorException($"{path}: this is a raw camera file: develop it and save it as 16-bit TIFF.");
        string? numbers = (SampleFormat)tiff.Whole(TiffTag.SAMPLEFORMAT) switch
        {
            SampleFormat.INT => "signed",
            SampleFormat.IEEEFP => "floating-point",
            SampleFormat.COMPLEXINT or SampleFormat.COMPLEXIEEEFP => "complex",
            _ => null,
        };
        if (numbers is not null)
            throw PictureErrors.Unsupported(path, $"TIFF with {numbers} samples");
        if (photometric == (int)Photometric.SEPARATED && tiff.Whole(TiffTag.BITSPERSAMPLE) != 8)
            throw PictureErrors.Unsupported(path, $"CMYK TIFF of {tiff.Whole(TiffTag.BITSPERSAMPLE)} bits");
    }

    /// <summary>Why LibTiff does not open a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">The file, for the message.</param>
    public static SPColorException Refusal(Stream stream, string path)
    {
        Span<byte> head = stackalloc byte[4];
        stream.Position = 0;
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.SequenceEqual("MM\0+"u8)
            ? new SPColorException($"{path}: spcolor does not read big-endian BigTIFF: save it as ordinary TIFF, or as little-endian BigTIFF.")
            : PictureErrors.Damaged(path);
    }
}
