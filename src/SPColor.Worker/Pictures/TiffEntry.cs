using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>One entry of a TIFF directory (TIFF 6.0 §2).</summary>
/// <param name="Tag">What it says.</param>
/// <param name="Type">Kind of its numbers, 1…12.</param>
/// <param name="Count">How many of them.</param>
/// <param name="Value">The numbers, little-endian; of an entry whose numbers stand in the file already, its last four bytes.</param>
internal sealed record TiffEntry(ushort Tag, ushort Type, uint Count, byte[] Value)
{
    /// <summary>Bytes of an entry.</summary>
    public const int Length = 12;

    /// <summary>Longest value that stands in the entry itself, bytes.</summary>
    public const int InlineLength = 4;

    private const ushort Short = 3;
    private const ushort Long = 4;
    private const ushort Rational = 5;
    private const uint RationalScale = 1000;

    /// <summary>An entry with a number of 16 bits.</summary>
    /// <param name="tag">What it says.</param>
    /// <param name="value">The number.</param>
    public static TiffEntry OfShort(ushort tag, ushort value)
    {
        byte[] bytes = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return new TiffEntry(tag, Short, 1, bytes);
    }

    /// <summary>An entry with a number of 32 bits, such as the place of another directory.</summary>
    /// <param name="tag">What it says.</param>
    /// <param name="value">The number.</param>
    public static TiffEntry OfLong(ushort tag, uint value)
    {
        byte[] bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return new TiffEntry(tag, Long, 1, bytes);
    }

    /// <summary>An entry with a fraction, in thousandths.</summary>
    /// <param name="tag">What it says.</param>
    /// <param name="value">0…4 million.</param>
    public static TiffEntry OfFraction(ushort tag, double value)
    {
        byte[] bytes = new byte[2 * sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Math.Round(value * RationalScale));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint)), RationalScale);
        return new TiffEntry(tag, Rational, 1, bytes);
    }

    /// <summary>Bytes of one number of a type, and of the words that it is stored in; 0 for a type that TIFF 6.0 does not have.</summary>
    /// <param name="type">The type.</param>
    public static (int Size, int Word) Layout(ushort type) => type switch
    {
        1 or 2 or 6 or 7 => (1, 1),
        Short or 8 => (2, 2),
        Long or 9 or 11 => (4, 4),
        Rational or 10 => (8, 4),
        12 => (8, 8),
        _ => (0, 0),
    };
}
