using System.Buffers.Binary;
using System.Text;

namespace SPColor.Worker.Profiles;

/// <summary>The tags of an ICC profile (ICC.1:2022 §7.3), read with every offset checked.</summary>
internal sealed class IccTags
{
    private const int TableAt = 128;
    private const int EntryLength = 12;

    // Real profiles have 10 to 30.
    private const int MostTags = 1000;

    private readonly ReadOnlyMemory<byte> _profile;
    private readonly int _count;

    private IccTags(ReadOnlyMemory<byte> profile, int count) => (_profile, _count) = (profile, count);

    /// <summary>Opens a profile.</summary>
    /// <param name="profile">Its bytes.</param>
    /// <returns>Null where it has no whole table of tags.</returns>
    public static IccTags? Open(ReadOnlyMemory<byte> profile)
    {
        if (profile.Length < TableAt + sizeof(uint))
            return null;
        uint count = BinaryPrimitives.ReadUInt32BigEndian(profile.Span[TableAt..]);
        return count <= MostTags && TableAt + sizeof(uint) + (count * EntryLength) <= profile.Length ? new IccTags(profile, (int)count) : null;
    }

    /// <summary>A tag's data, from its type signature on; null where it is missing or cut off.</summary>
    /// <param name="name">Four letters.</param>
    public ReadOnlyMemory<byte>? Find(string name)
    {
        for (int i = 0; i < _count; i++)
        {
            ReadOnlySpan<byte> entry = _profile.Span.Slice(TableAt + sizeof(uint) + (i * EntryLength), EntryLength);
            if (Encoding.ASCII.GetString(entry[..4]) != name)
                continue;
            uint at = BinaryPrimitives.ReadUInt32BigEndian(entry[4..]), length = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            return (long)at + length <= _profile.Length ? _profile.Slice((int)at, (int)length) : null;
        }
        return null;
    }

    /// <summary>The three numbers of an XYZ tag, or null.</summary>
    /// <param name="name">Four letters.</param>
    public double[]? Xyz(string name) => Find(name) is { Length: >= 20 } tag && tag.Span.StartsWith("XYZ "u8)
        ? [Fixed(tag.Span[8..]), Fixed(tag.Span[12..]), Fixed(tag.Span[16..])]
        : null;

    /// <summary>A number with 16 bits behind the point (s15Fixed16Number, ICC.1:2022 §4.6).</summary>
    /// <param name="at">Where it begins.</param>
    public static double Fixed(ReadOnlySpan<byte> at) => BinaryPrimitives.ReadInt32BigEndian(at) / 65536.0;
}
