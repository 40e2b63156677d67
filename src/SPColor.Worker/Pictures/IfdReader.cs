using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>One directory of a TIFF structure (TIFF 6.0 §2), read with every offset checked.</summary>
internal readonly ref struct IfdReader
{
    private const int EntryLength = 12;
    private const int Short = 3;
    private const int Long = 4;
    private const int Rational = 5;

    private readonly Span<byte> _block;
    private readonly bool _bigEndian;
    private readonly int _first;
    private readonly int _count;

    private IfdReader(Span<byte> block, bool bigEndian, int first, int count)
    {
        _block = block;
        _bigEndian = bigEndian;
        _first = first;
        _count = count;
    }

    /// <summary>Where the offset of the next directory stands; may lie outside of a short block.</summary>
    public int NextPointer => _first + (_count * EntryLength);

    /// <summary>Opens the first directory.</summary>
    /// <param name="block">The whole structure, from its byte order mark; changes write into it.</param>
    /// <param name="directory">The directory.</param>
    /// <returns>False where the block is no TIFF structure.</returns>
    public static bool TryOpen(Span<byte> block, out IfdReader directory)
    {
        directory = default;
        bool bigEndian = block.StartsWith("MM\0*"u8);
        if (block.Length < 8 || !(bigEndian || block.StartsWith("II*\0"u8)))
            return false;
        uint offset = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(block[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(block[4..]);
        return TryAt(block, bigEndian, offset, out directory);
    }

    /// <summary>Opens the directory that an entry points to.</summary>
    /// <param name="tag">The entry's tag.</param>
    /// <param name="directory">The directory.</param>
    /// <returns>False where there is none.</returns>
    public bool TryOpenChild(ushort tag, out IfdReader directory)
    {
        directory = default;
        return Integer(tag) is { } offset && TryAt(_block, _bigEndian, offset, out directory);
    }

    /// <summary>A whole number, or null where the directory has none under this tag.</summary>
    /// <param name="tag">The entry's tag.</param>
    public uint? Integer(ushort tag) => Find(tag) switch
    {
        var (type, at) when type == Short => UInt16(at),
        var (type, at) when type == Long => UInt32(at),
        _ => null,
    };

    /// <summary>Replaces a whole number in place; nothing happens where there is none.</summary>
    /// <param name="tag">The entry's tag.</param>
    /// <param name="value">Cut to 16 bits where the entry is short.</param>
    public void SetInteger(ushort tag, uint value)
    {
        if (Find(tag) is not var (type, at))
            return;
        if (type == Short)
            Write16(at, (ushort)value);
        else if (type == Long)
            Write32(at, value);
    }

    /// <summary>A fraction, or null where the directory has none under this tag.</summary>
    /// <param name="tag">The entry's tag.</param>
    public double? Fraction(ushort tag)
    {
        if (Find(tag) is not var (type, at) || type != Rational)
            return null;
        long offset = UInt32(at);
        return offset + 8 <= _block.Length && UInt32((int)offset + 4) is > 0 and var below ? UInt32((int)offset) / (double)below : null;
    }

    /// <summary>Whether an entry of at most four bytes begins with some letters.</summary>
    /// <param name="tag">The entry's tag.</param>
    /// <param name="letters">One to four.</param>
    public bool StartsWith(ushort tag, ReadOnlySpan<byte> letters) => Find(tag) is var (_, at) && _block[at..].StartsWith(letters);

    /// <summary>Exchanges the values of two entries of one type.</summary>
    /// <param name="tag">One entry's tag.</param>
    /// <param name="other">The other entry's tag.</param>
    public void Swap(ushort tag, ushort other)
    {
        if (Find(tag) is not var (type, at) || Find(other) is not var (otherType, otherAt) || type != otherType)
            return;
        uint value = UInt32(at);
        Write32(at, UInt32(otherAt));
        Write32(otherAt, value);
    }

    private static bool TryAt(Span<byte> block, bool bigEndian, uint offset, out IfdReader directory)
    {
        directory = default;
        if (offset < 8 || offset + 2L > block.Length)
            return false;
        int at = (int)offset;
        int count = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(block[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(block[at..]);
        if (at + 2L + (count * EntryLength) > block.Length)
            return false;
        directory = new IfdReader(block, bigEndian, at + 2, count);
        return true;
    }

    private (int Type, int ValueAt)? Find(ushort tag)
    {
        for (int i = 0, at = _first; i < _count; i++, at += EntryLength)
        {
            if (UInt16(at) == tag)
                return (UInt16(at + 2), at + 8);
        }
        return null;
    }

    private ushort UInt16(int at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(_block[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(_block[at..]);

    private uint UInt32(int at) =>
        _bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(_block[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(_block[at..]);

    private void Write16(int at, ushort value)
    {
        if (_bigEndian)
            BinaryPrimitives.WriteUInt16BigEndian(_block[at..], value);
        else
            BinaryPrimitives.WriteUInt16LittleEndian(_block[at..], value);
    }

    private void Write32(int at, uint value)
    {
        if (_bigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(_block[at..], value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(_block[at..], value);
    }
}
