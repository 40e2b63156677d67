using System.Buffers.Binary;

namespace SPColor.Worker.Profiles;

/// <summary>
/// Writes a four-ink JPEG (ITU-T T.81, baseline) whose blocks of 8 × 8 each have one colour: no decoder loses anything of it, so that
/// what a decoder makes of inks can be asked colour by colour.
/// </summary>
internal static class FlatJpeg
{
    /// <summary>Side of a block in pixels.</summary>
    public const int Block = 8;

    private const int Inks = 4;

    // Each of the twelve sizes of a difference has a code of four bits; "no more coefficients" is the bit 0.
    private const int SizeBits = 4, Sizes = 12;

    /// <summary>Writes the picture.</summary>
    /// <param name="inks">Cyan, magenta, yellow and black, 0…255, block by block.</param>
    /// <param name="across">Blocks in a row.</param>
    public static byte[] Write(ReadOnlySpan<byte> inks, int across)
    {
        int down = inks.Length / Inks / across;
        using MemoryStream file = new();
        file.Write([0xFF, 0xD8]);
        // Adobe's mark: inks are stored inverted and not turned into another space.
        Segment(file, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);
        byte[] frame = new byte[6 + (3 * Inks)];
        frame[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)(down * Block));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)(across * Block));
        frame[5] = Inks;
        for (int i = 0; i < Inks; i++)
            (frame[6 + (3 * i)], frame[7 + (3 * i)]) = ((byte)(i + 1), 0x11);
        Segment(file, 0xC0, frame);
        Segment(file, 0xC4, [0x00, 0, 0, 0, Sizes, .. new byte[12], .. Enumerable.Range(0, Sizes).Select(size => (byte)size)]);
        Segment(file, 0xC4, [0x10, 1, .. new byte[15], 0]);
        Segment(file, 0xDA, [Inks, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);
        WriteBlocks(file, inks);
        file.Write([0xFF, 0xD9]);
        return file.ToArray();
    }

    private static void WriteBlocks(MemoryStream file, ReadOnlySpan<byte> inks)
    {
        Span<int> before = stackalloc int[Inks];
        (uint bits, int count) = (0, 0);
        for (int i = 0; i < inks.Length; i++)
        {
            // A block's mean times eight, about 128.
            int value = Block * (255 - inks[i] - 128), difference = value - before[i % Inks];
            before[i % Inks] = value;
            int size = 32 - int.LeadingZeroCount(Math.Abs(difference));
            Put((uint)size, SizeBits);
            Put((uint)(difference < 0 ? difference + (1 << size) - 1 : difference), size);
            Put(0, 1);
        }
        Put(0x7F, 7);

        void Put(uint value, int length)
        {
            (bits, count) = ((bits << length) | value, count + length);
            for (; count >= 8; count -= 8)
            {
                byte whole = (byte)(bits >> (count - 8));
                file.WriteByte(whole);
                if (whole == 0xFF)
                    file.WriteByte(0);
            }
        }
    }

    private static void Segment(MemoryStream file, byte marker, ReadOnlySpan<byte> data)
    {
        Span<byte> head = [0xFF, marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(data.Length + 2));
        file.Write(head);
        file.Write(data);
    }
}
