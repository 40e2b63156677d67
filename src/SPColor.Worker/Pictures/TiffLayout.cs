using BitMiracle.LibTiff.Classic;
using SPColor.Core.Imaging;
using SPColor.Worker.Profiles;

namespace SPColor.Worker.Pictures;

/// <summary>How a TIFF page stores its samples (TIFF 6.0 §3–§7, §15, §18).</summary>
/// <param name="Size">Pixels as stored.</param>
/// <param name="Bits">Bits per sample.</param>
/// <param name="Samples">Samples per pixel.</param>
/// <param name="Photometric">What they mean.</param>
/// <param name="AlphaSample">Which sample is alpha, or −1.</param>
/// <param name="IsPremultiplied">Whether colours are multiplied by alpha.</param>
/// <param name="IsPlanar">Whether every sample has a plane of its own.</param>
internal sealed record TiffLayout(
    GridSize Size, int Bits, int Samples, Photometric Photometric, int AlphaSample, bool IsPremultiplied, bool IsPlanar)
{
    private const int InkCount = 4;

    /// <summary>Whether <see cref="TiffSamples"/> reads this layout as it is; LibTiff's own conversion to 8-bit RGB takes the rest.</summary>
    public bool IsDirect => (Bits, Photometric) switch
    {
        (8, Photometric.PALETTE) => Samples == 1,
        (8 or 16, Photometric.MINISBLACK or Photometric.MINISWHITE) => Samples >= 1,
        (8 or 16, Photometric.RGB) => Samples >= 3,
        (8, Photometric.SEPARATED) => IsInks,
        _ => false,
    };

    /// <summary>Whether the samples are cyan, magenta, yellow and black, and a profile says what they look like.</summary>
    public bool IsInks { get; init; }

    /// <summary>Where the picture goes in memory.</summary>
    public PixelFormat Format => IsDirect && Bits == 16 ? PixelFormat.Rgba16 : PixelFormat.Rgba8;

    /// <summary>Whether one sample is the whole colour.</summary>
    public bool IsSingle => Photometric is not (Photometric.RGB or Photometric.SEPARATED);

    /// <summary>Reads the layout of the current page.</summary>
    /// <param name="tiff">The file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <exception cref="Core.SPColorException">Too large.</exception>
    public static TiffLayout Read(Tiff tiff, string path)
    {
        int width = tiff.Whole(TiffTag.IMAGEWIDTH);
        int height = tiff.Whole(TiffTag.IMAGELENGTH);
        int bits = tiff.Whole(TiffTag.BITSPERSAMPLE);
        PictureLimits.Check(path, width, height, (bits == 16 ? PixelFormat.Rgba16 : PixelFormat.Rgba8).BytesPerPixel());

        Photometric photometric = (Photometric)tiff.Whole(TiffTag.PHOTOMETRIC);
        if (photometric == Photometric.YCBCR && (Compression)tiff.Whole(TiffTag.COMPRESSION) == Compression.JPEG)
        {
            tiff.SetField(TiffTag.JPEGCOLORMODE, JpegColorMode.RGB);
            photometric = Photometric.RGB;
        }
        int samples = tiff.Whole(TiffTag.SAMPLESPERPIXEL);
        int colours = photometric == Photometric.RGB ? 3 : 1;
        ExtraSample extra = ExtraSample.UNSPECIFIED;
        if (samples > colours && tiff.GetField(TiffTag.EXTRASAMPLES) is [_, var kinds, ..] && kinds.ToShortArray() is [var first, ..])
            extra = (ExtraSample)first;
        return new TiffLayout(
            new GridSize(width, height),
            bits,
            samples,
            photometric,
            extra == ExtraSample.UNSPECIFIED ? -1 : colours,
            extra == ExtraSample.ASSOCALPHA,
            (PlanarConfig)tiff.Whole(TiffTag.PLANARCONFIG) == PlanarConfig.SEPARATE && samples > 1)
        {
            IsInks = photometric == Photometric.SEPARATED && samples >= InkCount && tiff.Whole(TiffTag.INKSET) == (int)InkSet.CMYK
                && InkTable.IsUsable(tiff.Profile()),
        };
    }
}
