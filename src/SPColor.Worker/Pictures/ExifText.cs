using System.Text;

namespace SPColor.Worker.Pictures;

/// <summary>IPTC, comments and texts as entries of a picture's first directory: for TIFF, and for WebP, whose only place is EXIF.</summary>
internal static class ExifText
{
    private const ushort Ascii = 2;
    private const ushort Bytes = 1;
    private const ushort Undefined = 7;
    private const ushort IptcTag = 0x83BB;
    private const ushort Xmp = 0x02BC;
    private const ushort WindowsTitle = 0x9C9B;
    private const ushort WindowsComment = 0x9C9C;

    private static readonly Dictionary<string, ushort> _places = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Title"] = WindowsTitle, ["Description"] = 0x10E, ["Author"] = 0x13B, ["Copyright"] = 0x8298, ["Software"] = 0x131,
    };

    /// <summary>The entries for IPTC and texts that a directory does not hold yet; texts without a place of their own share the comment.</summary>
    /// <param name="metadata">What to hold.</param>
    /// <param name="taken">Tags that say something already.</param>
    /// <param name="lost">Texts for which there is no place.</param>
    public static TiffDirectory Entries(PictureMetadata metadata, IEnumerable<ushort> taken, out IReadOnlyList<PictureText> lost)
    {
        TiffDirectory directory = new();
        HashSet<ushort> full = [.. taken];
        List<PictureText> rest = [];
        if (metadata.Iptc is { } iptc)
            directory.Add(new TiffEntry(IptcTag, Undefined, (uint)iptc.Length, iptc));
        foreach (PictureText text in metadata.Texts)
        {
            if (_places.TryGetValue(text.Key, out ushort place) && full.Add(place))
                directory.Add(Entry(place, text.Text));
            else
                rest.Add(text);
        }
        bool hasRoom = !full.Contains(WindowsComment);
        if (hasRoom && rest.Count > 0)
            directory.Add(Entry(WindowsComment, string.Join('\n', rest.Select(text => text.WithKey))));
        lost = hasRoom ? [] : rest;
        return directory;
    }

    /// <summary>The IPTC records that an EXIF block holds, or null.</summary>
    /// <param name="block">The block, or null.</param>
    public static byte[]? Iptc(byte[]? block)
    {
        using MemoryStream source = new(block ?? [], writable: false);
        return TiffStructure.TryOpen(source) is { } structure
            && structure.Table(structure.First).FirstOrDefault(entry => entry.Tag == IptcTag) is { } entry ? structure.Raw(entry) : null;
    }

    /// <summary>The entry that holds an XMP packet in a TIFF file.</summary>
    /// <param name="xmp">The packet.</param>
    public static TiffEntry OfXmp(byte[] xmp) => new(Xmp, Bytes, (uint)xmp.Length, xmp);

    /// <summary>An EXIF block that also holds IPTC and texts.</summary>
    /// <param name="block">The block as it is, or null.</param>
    /// <param name="metadata">What to hold.</param>
    /// <returns><paramref name="block"/> itself where there is nothing to add.</returns>
    public static byte[]? WithTexts(byte[]? block, PictureMetadata metadata)
    {
        TiffDirectory added = Entries(metadata, TiffExif.Tags(block), out _);
        if (added.IsEmpty)
            return block;
        byte[] own = block is not null && block.AsSpan().StartsWith("II"u8) ? block : ExifBlock.Rebuild(block);
        using MemoryStream whole = new();
        whole.Write(own);
        TiffExif.AddTo(whole, added);
        return whole.ToArray();
    }

    private static TiffEntry Entry(ushort tag, string text)
    {
        bool isWindows = tag is WindowsTitle or WindowsComment;
        byte[] value = isWindows ? Encoding.Unicode.GetBytes(text + '\0') : Encoding.UTF8.GetBytes(text + '\0');
        return new TiffEntry(tag, isWindows ? Bytes : Ascii, (uint)value.Length, value);
    }
}
