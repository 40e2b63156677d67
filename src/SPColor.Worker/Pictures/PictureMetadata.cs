using SPColor.Worker.Profiles;

namespace SPColor.Worker.Pictures;

/// <summary>Pixels per inch.</summary>
/// <param name="X">Along a row, &gt; 0.</param>
/// <param name="Y">Along a column, &gt; 0.</param>
internal readonly record struct Resolution(double X, double Y)
{
    /// <summary>Centimetres in an inch.</summary>
    public const double CentimetresPerInch = 2.54;

    /// <summary>Metres in an inch: PNG and BMP count pixels per metre.</summary>
    public const double MetresPerInch = 0.0254;

    /// <summary>Both values, or null where a file says something that is no resolution.</summary>
    /// <param name="x">Pixels per inch along a row.</param>
    /// <param name="y">Pixels per inch along a column.</param>
    public static Resolution? Sane(double x, double y) =>
        x is > 0 and < 1e6 && y is > 0 and < 1e6 ? new Resolution(x, y) : null;
}

/// <summary>What is carried from an input file to an output file.</summary>
/// <param name="IccProfile">The colour profile's bytes, else null.</param>
/// <param name="Exif">The EXIF block, a TIFF structure without the "Exif\0\0" in front, else null.</param>
/// <param name="Resolution">Pixels per inch, else null.</param>
internal sealed record PictureMetadata(byte[]? IccProfile = null, byte[]? Exif = null, Resolution? Resolution = null)
{
    /// <summary>The XMP packet (ISO 16684-1), else null.</summary>
    public byte[]? Xmp { get; init; }

    /// <summary>IPTC-IIM records (IIM 4.2), without what a container wraps around them, else null.</summary>
    public byte[]? Iptc { get; init; }

    /// <summary>Comments and texts, in the file's order.</summary>
    public IReadOnlyList<PictureText> Texts { get; init; } = [];

    /// <summary>Shape of a pixel where the file says it without a unit: pixels along a row to pixels along a column; else null.</summary>
    public Resolution? Aspect { get; init; }

    /// <summary>What a PNG file says about its colours beside a profile; in an output, what is to be said again; else null.</summary>
    public PngColor? PngColor { get; init; }

    /// <summary>Nothing to carry.</summary>
    public static PictureMetadata None { get; } = new();
}
