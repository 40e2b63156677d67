using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>A directory of a TIFF structure that is being put together, with the directories that hang on it.</summary>
internal sealed class TiffDirectory
{
    private const int FirstPointerAt = 4;

    /// <summary>By tag, as they must be sorted in a file.</summary>
    public SortedDictionary<ushort, TiffEntry> Entries { get; } = [];

    /// <summary>By the tag of the entry that will point to them.</summary>
    public SortedDictionary<ushort, TiffDirectory> Children { get; } = [];

    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Entries.Count == 0 && Children.Count == 0;

    /// <summary>Puts an entry in; one of the same tag is replaced.</summary>
    /// <param name="entry">The entry.</param>
    public void Add(TiffEntry entry) => Entries[entry.Tag] = entry;

    /// <summary>Writes all behind the end of a little-endian structure and makes it the first directory.</summary>
    /// <param name="output">Begins with a TIFF header; can be sought.</param>
    public void AppendAsFirst(Stream output)
    {
        uint first = AppendTo(output);
        Span<byte> pointer = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(pointer, first);
        output.Position = FirstPointerAt;
        output.Write(pointer);
    }

    private uint AppendTo(Stream output)
    {
        SortedDictionary<ushort, TiffEntry> all = new(Entries);
        foreach ((ushort tag, TiffDirectory child) in Children)
            all[tag] = TiffEntry.OfLong(tag, child.AppendTo(output));

        byte[] table = new byte[sizeof(ushort) + (all.Count * TiffEntry.Length) + sizeof(uint)];
        BinaryPrimitives.WriteUInt16LittleEndian(table, (ushort)all.Count);
        Span<byte> at = table.AsSpan(sizeof(ushort));
        foreach (TiffEntry entry in all.Values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(at, entry.Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(at[2..], entry.Type);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], entry.Count);
            if (entry.Value.Length <= TiffEntry.InlineLength)
                entry.Value.CopyTo(at[8..]);
            else
                BinaryPrimitives.WriteUInt32LittleEndian(at[8..], Append(output, entry.Value));
            at = at[TiffEntry.Length..];
        }
        return Append(output, table);
    }

    // Offsets are even (TIFF 6.0 §2).
    private static uint Append(Stream output, byte[] bytes)
    {
        output.Seek(0, SeekOrigin.End);
        if ((output.Position & 1) != 0)
            output.WriteByte(0);
        uint offset = (uint)output.Position;
        output.Write(bytes);
        return offset;
    }
}
