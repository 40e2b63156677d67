using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>Files that are no picture that spcolor reads: what they are, whatever their name says, and how to get a picture out of them.</summary>
internal static class ForeignFile
{
    /// <summary>Bytes of a file's beginning that tell its kind.</summary>
    public const int HeadLength = 512;

    private const string Convert = "open it in a program that shows it and save it as JPEG, PNG or TIFF";
    private const string Readable = "give a JPEG, PNG, TIFF, BMP, WebP or GIF file";

    private static readonly (int At, byte[] Bytes, string Kind, string Cure)[] _signatures =
    [
        (4, "ftypavif"u8.ToArray(), "an AVIF picture", Convert),
        (4, "ftypavis"u8.ToArray(), "an AVIF picture", Convert),
        (4, "ftypcrx"u8.ToArray(), "a raw camera file", "develop it and save it as 16-bit TIFF"),
        (4, "ftyphe"u8.ToArray(), "a HEIC picture", Convert + ", or let the phone send JPEG (\"most compatible\")"),
        (4, "ftypmif1"u8.ToArray(), "a HEIC or AVIF picture", Convert),
        (4, "ftypmsf1"u8.ToArray(), "a HEIC or AVIF picture", Convert),
        (4, "ftyp"u8.ToArray(), "a film", "save one of its frames as PNG"),
        (4, [.. "jP  "u8, 0x0D, 0x0A], "a JPEG 2000 picture", Convert),
        (0, [0xFF, 0x4F, 0xFF, 0x51], "a JPEG 2000 picture", Convert),
        (4, [.. "JXL "u8, 0x0D, 0x0A], "a JPEG XL picture", Convert),
        (0, [0xFF, 0x0A], "a JPEG XL picture", Convert),
        (0, "8BPS"u8.ToArray(), "a Photoshop file", Convert),
        (0, "%PDF"u8.ToArray(), "a PDF document", "export the page or the picture in it as PNG or TIFF"),
        (0, "gimp xcf"u8.ToArray(), "a GIMP file", Convert),
        (0, "FUJIFILM"u8.ToArray(), "a raw camera file", "develop it and save it as 16-bit TIFF"),
        (0, [0x76, 0x2F, 0x31, 0x01], "an OpenEXR picture", Convert),
        (0, [0, 0, 1, 0], "an icon", Convert),
        (0, "PK\x03\x04"u8.ToArray(), "a ZIP archive or office document", "take the picture out of it"),
        (0, "\x1F\u008B"u8.ToArray(), "a packed file", "unpack it"),
    ];

    /// <summary>The refusal of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="head">Its first bytes.</param>
    public static SPColorException Refusal(string path, ReadOnlySpan<byte> head)
    {
        foreach ((int at, byte[] bytes, string kind, string cure) in _signatures)
        {
            if (head.Length > at && head[at..].StartsWith(bytes))
                return new SPColorException($"{path}: this is {kind}{Contradiction(path)}: {cure}.");
        }
        return TextKind(head) is { } text
            ? new SPColorException($"{path}: this is {text}, no picture: download the picture itself, or {Readable}.")
            : new SPColorException($"{path}: this is no picture that spcolor reads: {Readable}.");
    }

    private static string Contradiction(string path)
    {
        string ending = Path.GetExtension(path).TrimStart('.').ToUpperInvariant();
        return ending is "JPG" or "JPEG" or "PNG" or "TIF" or "TIFF" or "BMP" or "WEBP" or "GIF" ? $", not {ending}" : "";
    }

    private static string? TextKind(ReadOnlySpan<byte> head)
    {
        string start = TextBytes.Read(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
            return "a vector drawing (SVG)";
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.Contains("<html", StringComparison.OrdinalIgnoreCase))
            return "a web page";
        bool isText = start.Length > 0 && start.All(letter => letter is '\t' or '\r' or '\n' || !char.IsControl(letter));
        return isText ? "text" : null;
    }
}
