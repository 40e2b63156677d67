using System.Buffers.Binary;
using System.Text;

namespace SPColor.Worker.Profiles;

/// <summary>Writes the small profiles (ICC.1:2022, version 4) that say in an output what its photo said in another way.</summary>
internal static class IccBuilder
{
    private const int HeaderLength = 128;
    private const int EntryLength = 12;
    private const uint Version = 0x0440_0000;

    private static readonly double[] _d50 = [0.9642, 1, 0.8249];

    /// <summary>A profile of an RGB space.</summary>
    /// <param name="name">What programs show of it, English.</param>
    /// <param name="white">Its white and, for reference, its primaries: only the way to D50 is taken from it.</param>
    /// <param name="primaries">XYZ of the primaries at D50: rows X, Y, Z, columns red, green, blue.</param>
    /// <param name="curves">Of red, green and blue; equal objects are written once.</param>
    public static byte[] Build(string name, Chromaticities white, double[] primaries, IReadOnlyList<IccCurve> curves)
    {
        List<(string Name, ReadOnlyMemory<byte> Data)> tags =
        [
            ("desc", Text(name)), ("cprt", Text("No copyright")), ("wtpt", Numbers("XYZ ", _d50)), ("chad", Numbers("sf32", white.ToD50())),
            .. "rgb".Select((letter, i) => ($"{letter}XYZ", (ReadOnlyMemory<byte>)Numbers("XYZ ", [primaries[i], primaries[3 + i], primaries[6 + i]]))),
            .. "rgb".Select((letter, i) => ($"{letter}TRC", curves[i].Tag)),
        ];
        using MemoryStream body = new();
        body.SetLength(HeaderLength + sizeof(int) + (tags.Count * EntryLength));
        body.Position = body.Length;
        List<(ReadOnlyMemory<byte> Data, int At)> placed = [];
        byte[] entries = new byte[tags.Count * EntryLength];
        for (int i = 0; i < tags.Count; i++)
        {
            int known = placed.FindIndex(one => one.Data.Equals(tags[i].Data));
            int at = known < 0 ? Append(body, tags[i].Data.Span) : placed[known].At;
            placed.Add((tags[i].Data, at));
            Span<byte> entry = entries.AsSpan(i * EntryLength);
            Encoding.ASCII.GetBytes(tags[i].Name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry[4..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], tags[i].Data.Length);
        }
        byte[] profile = body.ToArray();
        WriteHeader(profile, tags.Count);
        entries.CopyTo(profile, HeaderLength + sizeof(int));
        return profile;
    }

    private static void WriteHeader(Span<byte> profile, int tags)
    {
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        BinaryPrimitives.WriteUInt32BigEndian(profile[8..], Version);
        "mntrRGB XYZ "u8.CopyTo(profile[12..]);
        // A fixed date, so that the same photo gives the same bytes.
        ReadOnlySpan<ushort> date = [2026, 1, 1, 0, 0, 0];
        for (int i = 0; i < date.Length; i++)
            BinaryPrimitives.WriteUInt16BigEndian(profile[(24 + (2 * i))..], date[i]);
        "acsp"u8.CopyTo(profile[36..]);
        Numbers("XYZ ", _d50).AsSpan(8).CopyTo(profile[68..]);
        BinaryPrimitives.WriteInt32BigEndian(profile[HeaderLength..], tags);
    }

    // Tags begin at multiples of four.
    private static int Append(MemoryStream body, ReadOnlySpan<byte> data)
    {
        int at = (int)body.Length;
        body.Write(data);
        while ((body.Length & 3) != 0)
            body.WriteByte(0);
        return at;
    }

    private static byte[] Numbers(string type, double[] values)
    {
        byte[] data = new byte[8 + (4 * values.Length)];
        Encoding.ASCII.GetBytes(type, data);
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (4 * i)), (int)Math.Round(values[i] * 65536));
        return data;
    }

    // multiLocalizedUnicodeType with one record (§10.15).
    private static byte[] Text(string text)
    {
        const int TextAt = 28;
        byte[] data = new byte[TextAt + (2 * text.Length)];
        "mluc"u8.CopyTo(data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), EntryLength);
        "enUS"u8.CopyTo(data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), 2 * text.Length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), TextAt);
        Encoding.BigEndianUnicode.GetBytes(text, data.AsSpan(TextAt));
        return data;
    }
}
