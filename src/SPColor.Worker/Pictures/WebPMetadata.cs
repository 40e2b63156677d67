using System.Buffers.Binary;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of WebP files: ICCP, EXIF and XMP chunks of the extended format (RFC 9649 §2.7).</summary>
internal static class WebPMetadata
{
    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;
    private const byte HasProfile = 0x20;
    private const byte HasAlpha = 0x10;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    /// <summary>Reads what a file carries.</summary>
    /// <param name="file">The whole file; damaged parts are passed over.</param>
    public static PictureMetadata Read(ReadOnlySpan<byte> file)
    {
        PictureMetadata metadata = PictureMetadata.None;
        for (int at = RiffHeader; TryNext(file, ref at, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> data);)
        {
            if (name.SequenceEqual("ICCP"u8))
                metadata = metadata with { IccProfile = data.ToArray() };
            else if (name.SequenceEqual("XMP "u8))
                metadata = metadata with { Xmp = data.ToArray() };
            else if (name.SequenceEqual("EXIF"u8))
                metadata = metadata with { Exif = (data.StartsWith("Exif\0\0"u8) ? data[6..] : data).ToArray() };
        }
        return metadata;
    }

    /// <summary>Writes a file with metadata put in; what has no chunk of its own (resolution, IPTC, texts) goes into EXIF.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="encoded">A WebP file as Skia makes it: one picture, no metadata.</param>
    /// <param name="metadata">What to put in.</param>
    /// <param name="size">Size of the picture.</param>
    /// <param name="hasAlpha">Whether the picture holds alpha.</param>
    public static void Write(Stream output, ReadOnlySpan<byte> encoded, PictureMetadata metadata, GridSize size, bool hasAlpha)
    {
        byte[]? exif = ExifText.WithTexts(ExifBlock.WithResolution(metadata.Exif, metadata.Resolution), metadata);
        byte[]? profile = metadata.IccProfile;
        if (exif is null && profile is null && metadata.Xmp is null)
        {
            output.Write(encoded);
            return;
        }

        Span<byte> features = stackalloc byte[10];
        features[0] = (byte)((profile is null ? 0 : HasProfile) | (exif is null ? 0 : HasExif) | (metadata.Xmp is null ? 0 : HasXmp) | (hasAlpha ? HasAlpha : 0));
        WriteUInt24(features[4..], size.Width - 1);
        WriteUInt24(features[7..], size.Height - 1);

        using MemoryStream before = new();
        WriteChunk(before, "VP8X"u8, features);
        if (profile is not null)
            WriteChunk(before, "ICCP"u8, profile);
        using MemoryStream after = new();
        if (exif is not null)
            WriteChunk(after, "EXIF"u8, exif);
        if (metadata.Xmp is { } xmp)
            WriteChunk(after, "XMP "u8, xmp);
        ReadOnlySpan<byte> picture = Picture(encoded);

        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)(4 + before.Length + picture.Length + after.Length));
        output.Write("RIFF"u8);
        output.Write(length);
        output.Write("WEBP"u8);
        output.Write(before.GetBuffer().AsSpan(0, (int)before.Length));
        output.Write(picture);
        output.Write(after.GetBuffer().AsSpan(0, (int)after.Length));
    }

    // Everything behind the RIFF header, less a VP8X chunk that the encoder may have written itself.
    private static ReadOnlySpan<byte> Picture(ReadOnlySpan<byte> encoded)
    {
        int at = RiffHeader;
        return TryNext(encoded, ref at, out ReadOnlySpan<byte> name, out _) && name.SequenceEqual("VP8X"u8)
            ? encoded[at..]
            : encoded[RiffHeader..];
    }

    private static bool TryNext(ReadOnlySpan<byte> file, ref int at, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> data)
    {
        name = default;
        data = default;
        if (at > file.Length - ChunkHeader)
            return false;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
        if (length > file.Length - at - ChunkHeader)
            return false;
        name = file.Slice(at, 4);
        data = file.Slice(at + ChunkHeader, (int)length);
        at = (int)Math.Min(file.Length, at + (long)ChunkHeader + length + (length & 1));
        return true;
    }

    private static void WriteChunk(MemoryStream output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        output.Write(name);
        output.Write(length);
        output.Write(data);
        if ((data.Length & 1) != 0)
            output.WriteByte(0);
    }

    private static void WriteUInt24(Span<byte> at, int value) => (at[0], at[1], at[2]) = ((byte)value, (byte)(value >> 8), (byte)(value >> 16));
}
