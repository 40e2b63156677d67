using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>Image resources as Photoshop writes them into JPEG, TIFF and PNG files (Adobe Photoshop File Formats, "8BIM"): the IPTC one.</summary>
internal static class PhotoshopBlock
{
    private const int IptcId = 0x0404;
    private const int HeadLength = 12;

    private static ReadOnlySpan<byte> Mark => "8BIM"u8;

    /// <summary>The IPTC records of a block, or null.</summary>
    /// <param name="block">Resources after each other; damaged ones end the search.</param>
    public static byte[]? Iptc(ReadOnlySpan<byte> block)
    {
        while (block.Length >= HeadLength && block.StartsWith(Mark))
        {
            int id = BinaryPrimitives.ReadUInt16BigEndian(block[4..]);
            // The name: one byte of length and its letters, together even.
            int lengthAt = 6 + ((block[6] + 2) & ~1);
            if (lengthAt + sizeof(uint) > block.Length)
                return null;
            uint length = BinaryPrimitives.ReadUInt32BigEndian(block[lengthAt..]);
            ReadOnlySpan<byte> rest = block[(lengthAt + sizeof(uint))..];
            if (length > rest.Length)
                return null;
            if (id == IptcId)
                return rest[..(int)length].ToArray();
            block = rest[(int)Math.Min(rest.Length, length + (length & 1L))..];
        }
        return null;
    }

    /// <summary>A block with nothing but IPTC records.</summary>
    /// <param name="iptc">The records.</param>
    public static byte[] Wrap(byte[] iptc)
    {
        byte[] block = new byte[HeadLength + ((iptc.Length + 1) & ~1)];
        Mark.CopyTo(block);
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(4), IptcId);
        BinaryPrimitives.WriteInt32BigEndian(block.AsSpan(8), iptc.Length);
        iptc.CopyTo(block, HeadLength);
        return block;
    }
}
