using System.Buffers.Binary;
using System.Text;
using SPColor.Core;

namespace SPColor.Import.Checkpoints;

/// <summary>The bytes of a pickle, with a bound on how many there may be.</summary>
/// <param name="stream">The file, at the pickle's first byte; read no further than its last.</param>
/// <param name="place">Path of the file, for messages.</param>
internal sealed class PickleInput(Stream stream, string place)
{
    /// <summary>Most bytes of one pickle. A state dictionary has 100 bytes a tensor; 4 MB bound what reading it can build to some 500 MB.</summary>
    internal const int MostBytes = 4_000_000;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    private int _left = MostBytes;

    /// <summary>Path of the file, for messages.</summary>
    internal string Place => place;

    /// <summary>One byte.</summary>
    internal byte Byte()
    {
        Spend(1);
        int value = stream.ReadByte();
        return value >= 0 ? (byte)value : throw Truncated();
    }

    /// <summary>A little-endian number without sign.</summary>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    internal long Unsigned(int bytes)
    {
        Span<byte> buffer = stackalloc byte[8];
        buffer.Clear();
        Fill(buffer[..bytes]);
        ulong value = BinaryPrimitives.ReadUInt64LittleEndian(buffer);
        return value <= long.MaxValue ? (long)value : throw CheckpointFailure.Refused(place, $"it claims a length of {value}");
    }

    /// <summary>A little-endian 32-bit integer.</summary>
    internal int Int32() => (int)(uint)Unsigned(4);

    /// <summary>A big-endian double.</summary>
    internal double Double()
    {
        Span<byte> buffer = stackalloc byte[8];
        Fill(buffer);
        return BinaryPrimitives.ReadDoubleBigEndian(buffer);
    }

    /// <summary>Bytes of a length that the file claims.</summary>
    /// <param name="length">The length.</param>
    internal byte[] Bytes(long length)
    {
        Spend(length);
        _left += (int)length;
        byte[] bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }

    /// <summary>UTF-8 text of a length that the file claims.</summary>
    /// <param name="length">The length.</param>
    internal string Text(long length)
    {
        try
        {
            return s_strict.GetString(Bytes(length));
        }
        catch (DecoderFallbackException e)
        {
            throw CheckpointFailure.Refused(place, "a text in it is not UTF-8", e);
        }
    }

    /// <summary>A name that ends with a line.</summary>
    internal string Line()
    {
        var line = new StringBuilder();
        for (byte next = Byte(); next != '\n'; next = Byte())
            line.Append((char)next);
        return line.ToString();
    }

    private void Fill(Span<byte> buffer)
    {
        Spend(buffer.Length);
        try
        {
            stream.ReadExactly(buffer);
        }
        catch (EndOfStreamException)
        {
            throw Truncated();
        }
    }

    private void Spend(long bytes)
    {
        if (bytes > _left)
            throw CheckpointFailure.Refused(place, $"its pickle has more than the {MostBytes} bytes allowed");
        _left -= (int)bytes;
    }

    private SPColorException Truncated() => CheckpointFailure.Refused(place, "it ends too early");
}
