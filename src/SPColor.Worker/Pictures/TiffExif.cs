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

    // Document, description, make, model, software, date, artist, host, copyright; Windows' title, comment, author, keywords, subject.
    private static readonly HashSet<ushort> _descriptions =
        [0x10D, 0x10E, 0x10F, 0x110, 0x131, 0x132, 0x13B, 0x13C, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F];

    /// <summary>Reads what a structure says; what is damaged or too long is passed over.</summary>
    /// <param name="file">A TIFF file or an EXIF block; can be sought.</param>
    /// <returns>An empty directory where there is nothing.</returns>
    public static TiffDirectory Read(Stream file) =>
        TiffStructure.TryOpen(file) is { } structure ? Read(structure, structure.First, Main) : new TiffDirectory();

    /// <summary>Puts what an EXIF block says into a finished TIFF file, which LibTiff cannot. The old directory stays, unused.</summary>
    /// <param name="file">Little-endian; can be read, written and sought.</param>
    /// <param name="block">The block.</param>
    public static void AddTo(Stream file, byte[] block)
    {
        using MemoryStream source = new(block, writable: false);
        TiffDirectory directory = Read(source);
        // Offsets have 32 bits: a file that is full keeps its picture and goes without.
        if (directory.IsEmpty || file.Length + (2L * block.Length) > uint.MaxValue || TiffStructure.TryOpen(file) is not { } structure)
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
