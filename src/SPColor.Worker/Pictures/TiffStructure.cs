using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>
/// Reads directories of a TIFF structure that is too long to be held in memory: a whole TIFF file. Every offset is checked,
/// and all values together have a limit, so that a hostile file takes neither memory nor time.
/// </summary>
internal sealed class TiffStructure
{
    /// <summary>Bytes of all values together, unless less is asked for.</summary>
    public const int MaxLength = 16_000_000;

    private const int MaxEntries = 512;
    private const int HeaderLength = 8;

    private readonly Stream _file;
    private readonly bool _bigEndian;
    private long _left;

    private TiffStructure(Stream file, bool bigEndian, ReadOnlySpan<byte> header, int limit)
    {
        _left = limit;
        _file = file;
        _bigEndian = bigEndian;
        First = UInt32(header[4..]);
    }

    /// <summary>Where the first directory stands.</summary>
    public uint First { get; }

    /// <summary>Opens a structure.</summary>
    /// <param name="file">Can be sought; begins with the structure.</param>
    /// <param name="limit">Bytes of all values together.</param>
    /// <returns>Null where it is no TIFF structure; BigTIFF is none.</returns>
    public static TiffStructure? TryOpen(Stream file, int limit = MaxLength)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.Position = 0;
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength)
            return null;
        bool bigEndian = header.StartsWith("MM\0*"u8);
        return bigEndian || header.StartsWith("II*\0"u8) ? new TiffStructure(file, bigEndian, header, limit) : null;
    }

    /// <summary>The entries of a directory, at most the first 512, with the last four bytes of each as its value.</summary>
    /// <param name="offset">Where it stands; outside of the file there are no entries.</param>
    public IEnumerable<TiffEntry> Table(uint offset)
    {
        if (Bytes(offset, sizeof(ushort)) is not { } head)
            yield break;
        int count = Math.Min(MaxEntries, (int)UInt16(head));
        if (Bytes(offset + (long)sizeof(ushort), count * TiffEntry.Length) is not { } table)
            yield break;
        for (int i = 0; i < count; i++)
        {
            byte[] entry = table[(i * TiffEntry.Length)..((i + 1) * TiffEntry.Length)];
            yield return new TiffEntry(UInt16(entry), UInt16(entry.AsSpan(2)), UInt32(entry.AsSpan(4)), entry[8..]);
        }
    }

    /// <summary>An entry of <see cref="Table"/> with its whole value.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>Null where type or place are impossible, or the limit for all values is reached.</returns>
    public TiffEntry? Complete(TiffEntry entry)
    {
        (int size, int word) = TiffEntry.Layout(entry.Type);
        long length = (long)entry.Count * size;
        if (length == 0 || length + TiffEntry.Length > _left)
            return null;
        byte[]? value = length <= TiffEntry.InlineLength ? entry.Value[..(int)length] : Bytes(Pointer(entry), (int)length);
        if (value is null)
            return null;
        _left -= length + TiffEntry.Length;
        for (int at = 0; _bigEndian && at < value.Length; at += word)
            Array.Reverse(value, at, word);
        return entry with { Value = value };
    }

    /// <summary>The bytes of an entry's value in the file's own order, for blocks that only look like numbers; null where it is not whole.</summary>
    /// <param name="entry">The entry.</param>
    public byte[]? Raw(TiffEntry entry)
    {
        long length = (long)entry.Count * TiffEntry.Layout(entry.Type).Size;
        return length > TiffEntry.InlineLength && length <= _left ? Bytes(Pointer(entry), (int)length) : null;
    }

    /// <summary>What an entry of <see cref="Table"/> points to.</summary>
    /// <param name="entry">The entry.</param>
    public uint Pointer(TiffEntry entry) => UInt32(entry.Value);

    private byte[]? Bytes(long offset, int length)
    {
        if (offset < HeaderLength || offset + length > _file.Length)
            return null;
        byte[] bytes = new byte[length];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }

    private ushort UInt16(ReadOnlySpan<byte> at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

    private uint UInt32(ReadOnlySpan<byte> at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
