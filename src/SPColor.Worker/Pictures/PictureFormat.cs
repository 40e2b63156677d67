using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>Kinds of picture files.</summary>
internal enum PictureFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>TIFF.</summary>
    Tiff,

    /// <summary>Windows bitmap.</summary>
    Bmp,

    /// <summary>WebP.</summary>
    WebP,

    /// <summary>GIF; read only.</summary>
    Gif,
}

/// <summary>How a kind is recognised: by content when read, by the file's ending when written.</summary>
internal static class PictureFormats
{
    /// <summary>Bytes that <see cref="BySignature"/> wants to see.</summary>
    public const int SignatureLength = 12;

    /// <summary>The kind's name for people.</summary>
    /// <param name="format">The kind.</param>
    public static string Name(this PictureFormat format) => format == PictureFormat.WebP ? "WebP" : format.ToString().ToUpperInvariant();

    /// <summary>The kind of a file, or null where it is no picture that spcolor reads.</summary>
    /// <param name="head">The first bytes of the file.</param>
    public static PictureFormat? BySignature(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return PictureFormat.Jpeg;
        if (head.StartsWith(PngChunks.Signature))
            return PictureFormat.Png;
        if (head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8))
            return PictureFormat.Tiff;
        if (head.StartsWith("RIFF"u8) && head.Length >= SignatureLength && head[8..].StartsWith("WEBP"u8))
            return PictureFormat.WebP;
        if (head.StartsWith("GIF8"u8))
            return PictureFormat.Gif;
        return head.StartsWith("BM"u8) ? PictureFormat.Bmp : null;
    }

    /// <summary>The kind that an output's name asks for.</summary>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">The ending is not one of those that spcolor writes.</exception>
    public static PictureFormat ByEnding(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".jpg" or ".jpeg" => PictureFormat.Jpeg,
        ".png" => PictureFormat.Png,
        ".tif" or ".tiff" => PictureFormat.Tiff,
        ".bmp" => PictureFormat.Bmp,
        ".webp" => PictureFormat.WebP,
        _ => throw new SPColorException(
            $"{path}: spcolor does not write this kind of file: end the name in .jpg, .jpeg, .png, .tif, .tiff, .bmp or .webp."),
    };
}
