namespace SPColor.Worker.Pictures;

/// <summary>EXIF blocks that are too long for a container: only what does not fit is left out.</summary>
internal static class ExifTrim
{
    // Table, pointers and what Build adds to the values that a directory counts.
    private const int Overhead = 1024;

    private static readonly Dictionary<ushort, string> _names = new()
    {
        [0x10E] = "description", [0x9286] = "user comment", [0x927C] = "maker note", [0x9C9C] = "comment",
    };

    /// <summary>The block, or one with as many of its entries as fit, in their order.</summary>
    /// <param name="block">The block of an upright picture, or null.</param>
    /// <param name="most">Bytes that fit.</param>
    public static byte[]? ToFit(byte[]? block, int most)
    {
        if (block is null || block.Length <= most)
            return block;
        byte[] trimmed = ExifBlock.Rebuild(block, most - Overhead);
        return trimmed.Length <= most ? trimmed : null;
    }

    /// <summary>What <see cref="ToFit"/> leaves out, for people.</summary>
    /// <param name="block">The block, or null.</param>
    /// <param name="most">Bytes that fit.</param>
    public static IEnumerable<string> Lost(byte[]? block, int most)
    {
        if (block is null || block.Length <= most)
            return [];
        HashSet<ushort> kept = [.. All(TiffExif.Read(ToFit(block, most))).Select(entry => entry.Tag)];
        return All(TiffExif.Read(block)).Where(entry => !kept.Contains(entry.Tag))
            .Select(entry => $"the EXIF {_names.GetValueOrDefault(entry.Tag, $"entry 0x{entry.Tag:X4}")} of {entry.Value.Length:N0} bytes");
    }

    private static IEnumerable<TiffEntry> All(TiffDirectory directory) =>
        directory.Entries.Values.Concat(directory.Children.Values.SelectMany(All));
}
