namespace SPColor.Worker.Pictures;

/// <summary>
/// What a TIFF structure says about a picture's making and not about its pixels: descriptions in the first directory (TIFF 6.0 §8)
/// and the EXIF, GPS and interoperability directories (EXIF 2.32 §4.6.3). A TIFF file and an EXIF block hold it in the same way.
/// </summary>
internal static class TiffExif
{
    private const ushort Main = 0;
    private const ushort Exif = 0x8769;
    private const ushort Gps = 0x8825;
    private const ushort Interoperability = 0xA005;

    private static readonly HashSet<ushort> _pointers = [Exif, Gps, Interoperability];

    // Document, description, make, model, software, date, artist, host, copyright; Windows' title, comment, author, keywords, subject, rating.
    private static readonly HashSet<ushort> _descriptions =
        [0x10D, 0x10E, 0x10F, 0x110, 0x131, 0x132, 0x13B, 0x13C, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F, 0x4746, 0x4749];

    /// <summary>Reads what one directory of a structure says; what is damaged or too long is passed over.</summary>
    /// <param name="structure">The structure.</param>
    /// <param name="offset">Where the directory stands.</param>
    /// <returns>An empty directory where there is nothing.</returns>
    public static TiffDirectory Read(TiffStructure structure, uint offset) => Read(structure, offset, Main);

    /// <summary>Reads what an EXIF block says.</summary>
    /// <param name="block">The block, or null.</param>
    /// <param name="limit">Bytes of all values together: what is longer is passed over.</param>
    public static TiffDirectory Read(byte[]? block, int limit = TiffStructure.MaxLength)
    {
        using MemoryStream source = new(block ?? [], writable: false);
        return TiffStructure.TryOpen(source, limit) is { } structure ? Read(structure, structure.First, Main) : new TiffDirectory();
    }

    /// <summary>What the first directory of an EXIF block says something about.</summary>
    /// <param name="block">The block, or null.</param>
    public static IEnumerable<ushort> Tags(byte[]? block) => Read(block).Entries.Keys;

    /// <summary>Puts entries into the first directory of a finished structure, which LibTiff cannot. The old directory stays, unused.</summary>
    /// <param name="file">Little-endian; can be read, written and sought. What its directory says already is not replaced.</param>
    /// <param name="directory">The entries.</param>
    public static void AddTo(Stream file, TiffDirectory directory)
    {
        // Offsets have 32 bits: a file that is full keeps its picture and goes without.
        if (directory.IsEmpty || file.Length + (4L * TiffStructure.MaxLength) > uint.MaxValue || TiffStructure.TryOpen(file) is not { } structure)
            return;
        foreach (TiffEntry entry in structure.Table(structure.First))
            directory.Add(entry);
        directory.AppendAsFirst(file);
    }

    // What may hang on what bounds the depth, and one entry a tag the width: directories that point to each other are harmless.
    private static TiffDirectory Read(TiffStructure structure, uint offset, ushort kind)
    {
        TiffDirectory directory = new();
        foreach (TiffEntry entry in structure.Table(offset).DistinctBy(entry => entry.Tag))
        {
            if (HangsOn(kind, entry.Tag))
            {
                if (Read(structure, structure.Pointer(entry), entry.Tag) is { IsEmpty: false } child)
                    directory.Children[entry.Tag] = child;
            }
            else if (IsKept(kind, entry.Tag) && structure.Complete(entry) is { } whole)
            {
                directory.Add(whole);
            }
        }
        return directory;
    }

    private static bool HangsOn(ushort kind, ushort tag) => kind switch
    {
        Main => tag is Exif or Gps,
        Exif => tag == Interoperability,
        _ => false,
    };

    private static bool IsKept(ushort kind, ushort tag) => kind == Main ? _descriptions.Contains(tag) : !_pointers.Contains(tag);
}
