using System.Buffers.Binary;
using System.IO.Compression;
using SPColor.Worker.Profiles;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of PNG files: iCCP, gAMA, cHRM, sRGB, cICP, eXIf, pHYs and text chunks.</summary>
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
                "gAMA" => metadata with { PngColor = Colors(metadata) with { Gamma = chunk.Data.ToArray() } },
                "cHRM" => metadata with { PngColor = Colors(metadata) with { Primaries = chunk.Data.ToArray() } },
                "sRGB" => metadata with { PngColor = Colors(metadata) with { IsSrgb = true } },
                "cICP" => metadata with { PngColor = Colors(metadata) with { CodePoints = chunk.Data.ToArray() } },
                "eXIf" => metadata with { Exif = chunk.Data.ToArray() },
                "pHYs" => metadata with { Resolution = Density(chunk.Data.Span), Aspect = Shape(chunk.Data.Span) },
                "tEXt" or "zTXt" or "iTXt" => PngText.Add(metadata, chunk),
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
        // The same as the profile, for readers that know no profiles.
        if (metadata.PngColor?.Gamma is { } gamma)
            PngChunks.Write(output, "gAMA"u8, gamma);
        if (metadata.PngColor?.Primaries is { } primaries)
            PngChunks.Write(output, "cHRM"u8, primaries);
        if (metadata.Resolution is { } density)
            WriteDensity(output, density.X / Resolution.MetresPerInch, density.Y / Resolution.MetresPerInch, PerMetre);
        else if (metadata.Aspect is { } shape)
            WriteDensity(output, shape.X, shape.Y, 0);
        if (metadata.Exif is { } exif)
            PngChunks.Write(output, "eXIf"u8, exif);
        PngText.Write(output, metadata);
        output.Write(encoded[HeaderLength..]);
    }

    private static PngColor Colors(PictureMetadata metadata) => metadata.PngColor ?? new PngColor();

    private static void WriteDensity(Stream output, double x, double y, byte unit)
    {
        Span<byte> density = stackalloc byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(density, (uint)Math.Round(x));
        BinaryPrimitives.WriteUInt32BigEndian(density[4..], (uint)Math.Round(y));
        density[8] = unit;
        PngChunks.Write(output, "pHYs"u8, density);
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
        return Zlib.Unpack(data[(nameLength + 2)..]);
    }

    private static Resolution? Shape(ReadOnlySpan<byte> data)
    {
        if (data.Length != 9 || data[8] == PerMetre)
            return null;
        (uint x, uint y) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        return x == y ? null : Resolution.Sane(x, y);
    }

    private static Resolution? Density(ReadOnlySpan<byte> data) => data.Length == 9 && data[8] == PerMetre
        ? Resolution.Sane(
            BinaryPrimitives.ReadUInt32BigEndian(data) * Resolution.MetresPerInch,
            BinaryPrimitives.ReadUInt32BigEndian(data[4..]) * Resolution.MetresPerInch)
        : null;
}
