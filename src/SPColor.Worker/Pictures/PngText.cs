using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SPColor.Worker.Pictures;

/// <summary>Texts of PNG files (PNG 1.2 §4.2.3: tEXt, zTXt, iTXt), XMP and IPTC among them.</summary>
internal static class PngText
{
    private const string XmpKey = "XML:com.adobe.xmp";
    private const string RawProfile = "Raw profile type ";
    private const int MaxKey = 79;
    private const int HexLine = 36;

    /// <summary>Puts a text chunk's content where it belongs.</summary>
    /// <param name="metadata">What was read before.</param>
    /// <param name="chunk">tEXt, zTXt or iTXt; a damaged one changes nothing.</param>
    public static PictureMetadata Add(PictureMetadata metadata, PngChunk chunk)
    {
        ReadOnlyMemory<byte> data = chunk.Data;
        int keyLength = data.Span.IndexOf((byte)0);
        if (keyLength <= 0)
            return metadata;
        string key = Encoding.Latin1.GetString(data.Span[..keyLength]);
        byte[]? text = Content(chunk.Name, data[(keyLength + 1)..]);
        if (text is null)
            return metadata;
        if (key == XmpKey)
            return metadata with { Xmp = text };
        // ImageMagick's way to keep what PNG had no chunk for.
        return key.StartsWith(RawProfile, StringComparison.Ordinal)
            ? AddRaw(metadata, key[RawProfile.Length..], Raw(text))
            : metadata with { Texts = [.. metadata.Texts, new PictureText(key, TextBytes.Read(text))] };
    }

    /// <summary>Writes XMP, IPTC and texts.</summary>
    /// <param name="output">Where to, before the picture's own chunks.</param>
    /// <param name="metadata">What to write.</param>
    public static void Write(Stream output, PictureMetadata metadata)
    {
        if (metadata.Xmp is { } xmp)
            PngChunks.Write(output, "iTXt"u8, [.. Encoding.Latin1.GetBytes(XmpKey), 0, 0, 0, 0, 0, .. xmp]);
        if (metadata.Iptc is { } iptc)
            PngChunks.Write(output, "zTXt"u8, [.. Encoding.Latin1.GetBytes(RawProfile + "iptc"), 0, 0, .. Packed(Hex(PhotoshopBlock.Wrap(iptc)))]);
        foreach (PictureText text in metadata.Texts)
        {
            byte[] key = Encoding.Latin1.GetBytes(text.Key.Length <= MaxKey ? text.Key : text.Key[..MaxKey]);
            if (TextBytes.IsLatin1(text.Text))
                PngChunks.Write(output, "tEXt"u8, [.. key, 0, .. Encoding.Latin1.GetBytes(text.Text)]);
            else
                PngChunks.Write(output, "iTXt"u8, [.. key, 0, 0, 0, 0, 0, .. TextBytes.Utf8(text.Text)]);
        }
    }

    private static byte[]? Content(string chunk, ReadOnlyMemory<byte> rest)
    {
        ReadOnlySpan<byte> bytes = rest.Span;
        if (chunk == "tEXt")
            return bytes.ToArray();
        if (bytes.Length == 0)
            return null;
        if (chunk == "zTXt")
            return Zlib.Unpack(rest[1..]);
        bool isPacked = bytes[0] == 1;
        // Compression flag and method, then language and translated key, each ended by a zero.
        int at = 2;
        for (int i = 0; i < 2; i++)
        {
            int length = at > bytes.Length ? -1 : bytes[at..].IndexOf((byte)0);
            if (length < 0)
                return null;
            at += length + 1;
        }
        return isPacked ? Zlib.Unpack(rest[at..]) : bytes[at..].ToArray();
    }

    private static PictureMetadata AddRaw(PictureMetadata metadata, string kind, byte[]? profile) => (kind.ToLowerInvariant(), profile) switch
    {
        (_, null) => metadata,
        ("iptc", _) => metadata with { Iptc = PhotoshopBlock.Iptc(profile) ?? profile },
        ("xmp", _) => metadata with { Xmp = metadata.Xmp ?? profile },
        ("exif" or "app1", _) when profile.AsSpan().StartsWith("Exif\0\0"u8) => metadata with { Exif = metadata.Exif ?? profile[6..] },
        _ => metadata,
    };

    // A line with the kind, one with the length, then hexadecimal digits on lines.
    private static byte[]? Raw(byte[] text)
    {
        string[] lines = Encoding.Latin1.GetString(text).Split('\n', 4);
        if (lines.Length < 4 || !int.TryParse(lines[2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            return null;
        string digits = lines[3].Replace("\n", "", StringComparison.Ordinal).Trim();
        try
        {
            return length * 2L <= digits.Length ? Convert.FromHexString(digits.AsSpan(0, length * 2)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[] Hex(byte[] profile) => Encoding.Latin1.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"\niptc\n{profile.Length,8}\n")
        + string.Concat(profile.Chunk(HexLine).Select(part => Convert.ToHexStringLower(part) + "\n")));

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream data = new();
        using (ZLibStream packer = new(data, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(bytes);
        return data.ToArray();
    }
}
