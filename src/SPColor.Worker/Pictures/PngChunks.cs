using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace SPColor.Worker.Pictures;

/// <summary>One chunk of a PNG file.</summary>
/// <param name="Name">Four letters.</param>
/// <param name="Body">Name, data and checksum as they stand in the file.</param>
internal readonly record struct PngChunk(string Name, ReadOnlyMemory<byte> Body)
{
    /// <summary>The data alone.</summary>
    public ReadOnlyMemory<byte> Data => Body[4..^4];

    /// <summary>Whether the checksum is right.</summary>
    public bool IsIntact => PngChunks.Checksum(Body.Span[..^4]) == BinaryPrimitives.ReadUInt32BigEndian(Body.Span[^4..]);
}

/// <summary>The chunks of a PNG file (PNG 1.2 §3): walked without trust, written with their checksums.</summary>
internal static class PngChunks
{
    /// <summary>Bytes around a chunk's data: length, name, checksum.</summary>
    public const int Frame = 12;

    /// <summary>The first eight bytes of every PNG file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The chunks in order, up to the end or the first one that is cut off.</summary>
    /// <param name="file">The whole file.</param>
    public static IEnumerable<PngChunk> Walk(ReadOnlyMemory<byte> file)
    {
        for (int at = Signature.Length; at + Frame <= file.Length;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file.Span[at..]);
            if (length > file.Length - at - Frame)
                yield break;
            yield return new PngChunk(Encoding.Latin1.GetString(file.Span.Slice(at + 4, 4)), file.Slice(at + 4, (int)length + 8));
            at += (int)length + Frame;
        }
    }

    /// <summary>Writes one chunk.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="name">Four letters.</param>
    /// <param name="data">Its data.</param>
    public static void Write(Stream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(name);
        output.Write(data);
        Crc32 sum = new();
        sum.Append(name);
        sum.Append(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, sum.GetCurrentHashAsUInt32());
        output.Write(number);
    }

    /// <summary>CRC-32 of a chunk's name and data (PNG 1.2 §3.4).</summary>
    /// <param name="bytes">Name and data after each other.</param>
    public static uint Checksum(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(bytes);
}
