using System.IO.Compression;

namespace SPColor.Worker.Pictures;

/// <summary>Packed parts of a PNG file's metadata.</summary>
internal static class Zlib
{
    private const int PartLength = 4096;

    /// <summary>Unpacks, up to the length of the longest profile: a few packed bytes can unpack to gigabytes.</summary>
    /// <param name="packed">A zlib stream.</param>
    /// <returns>Null where it is damaged or too long.</returns>
    public static byte[]? Unpack(ReadOnlyMemory<byte> packed)
    {
        try
        {
            using ZLibStream unpacker = new(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
            using MemoryStream bytes = new();
            byte[] part = new byte[PartLength];
            for (int length; (length = unpacker.Read(part)) > 0 && bytes.Length <= IccProfile.MaxLength;)
                bytes.Write(part, 0, length);
            return bytes.Length <= IccProfile.MaxLength ? bytes.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
