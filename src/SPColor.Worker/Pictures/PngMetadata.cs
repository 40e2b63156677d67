using System.Buffers.Binary;
using System.IO.Compression;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of PNG files: iCCP, eXIf and pHYs chunks.</summary>
internal static class PngMetadata
{
    // Signature and IHDR: everything that must stand before the colour profile.
    private const int HeaderLength = 8 + PngChunks.Frame + 13;
    private const byte PerMetre = 1;

    /// <summary>Reads what a file carries.</summary>
    /// <param name="file">The whole file; damaged parts are passed over.</param>
    public static PictureMetadata Read(ReadOnlyMemory<byte> file)
    {
        PictureMetadata metadata = PictureMetadata.None;
        foreach (PngChunk chunk in PngChunks.Walk(file))
        {
            metadata = chunk.Name switch
            {
                "iCCP" => metadata with { IccProfile = Profile(chunk.Data) },
                "eXIf" => metadata with { Exif = chunk.Data.ToArray() },
                "pHYs" => metadata with { Resolution = Density(chunk.Data.Span) },
                _ => metadata,
            };
        }
        return metadata;
    }

    /// <summary>Writes a file with metadata put in.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="encoded">A PNG file without metadata.</param>
    /// <param name="metadata">What to put in.</param>
    public static void Write(Stream output, ReadOnlySpan<byte> encoded, PictureMetadata metadata)
    {
        output.Write(encoded[..HeaderLength]);
        if (metadata.IccProfile is { } profile)
            PngChunks.Write(output, "iCCP"u8, Compressed(profile));
        if (metadata.Resolution is { } resolution)
        {
            Span<byte> density = stackalloc byte[9];
            BinaryPrimitives.WriteUInt32BigEndian(density, (uint)Math.Round(resolution.X / Resolution.MetresPerInch));
            BinaryPrimitives.WriteUInt32BigEndian(density[4..], (uint)Math.Round(resolution.Y / Resolution.MetresPerInch));
            density[8] = PerMetre;
            PngChunks.Write(output, "pHYs"u8, density);
        }
        if (metadata.Exif is { } exif)
            PngChunks.Write(output, "eXIf"u8, exif);
        output.Write(encoded[HeaderLength..]);
    }

    private static byte[] Compressed(byte[] profile)
    {
        using MemoryStream data = new();
        data.Write("ICC profile\0\0"u8);
        using (ZLibStream packer = new(data, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(profile);
        return data.ToArray();
    }

    private static byte[]? Profile(ReadOnlyMemory<byte> data)
    {
        int nameLength = data.Span.IndexOf((byte)0);
        if (nameLength < 0 || nameLength + 2 > data.Length)
            return null;
        try
        {
            using ZLibStream unpacker = new(new MemoryStream(data[(nameLength + 2)..].ToArray()), CompressionMode.Decompress);
            using MemoryStream profile = new();
            byte[] part = new byte[4096];
            // A few packed bytes can unpack to gigabytes, so the unpacked length is bounded.
            for (int length; (length = unpacker.Read(part)) > 0 && profile.Length <= IccProfile.MaxLength;)
                profile.Write(part, 0, length);
            return profile.Length <= IccProfile.MaxLength ? profile.ToArray() : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Resolution? Density(ReadOnlySpan<byte> data) => data.Length == 9 && data[8] == PerMetre
        ? Resolution.Sane(
            BinaryPrimitives.ReadUInt32BigEndian(data) * Resolution.MetresPerInch,
            BinaryPrimitives.ReadUInt32BigEndian(data[4..]) * Resolution.MetresPerInch)
        : null;
}
