using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of JPEG files: APP0 (JFIF density), APP1 (EXIF) and APP2 (ICC.1:2022 annex B.4) segments.</summary>
internal static class JpegMetadata
{
    private const int App0 = 0xE0;
    private const int App1 = 0xE1;
    private const int App2 = 0xE2;
    private const int StartOfScan = 0xDA;
    private const int MaxSegment = ushort.MaxValue - 2;
    private const byte PerInch = 1;
    private const byte PerCentimetre = 2;

    private static ReadOnlySpan<byte> JfifName => "JFIF\0"u8;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> IccName => "ICC_PROFILE\0"u8;

    /// <summary>Reads what a file carries.</summary>
    /// <param name="file">The whole file; damaged parts are passed over.</param>
    public static PictureMetadata Read(ReadOnlySpan<byte> file)
    {
        PictureMetadata metadata = PictureMetadata.None;
        SortedDictionary<int, byte[]> profile = [];
        for (int at = 2; TryNext(file, ref at, out int marker, out ReadOnlySpan<byte> data);)
        {
            if (marker == App0 && data.StartsWith(JfifName))
                metadata = metadata with { Resolution = Density(data) };
            else if (marker == App1 && data.StartsWith(ExifName))
                metadata = metadata with { Exif = data[ExifName.Length..].ToArray() };
            else if (marker == App2 && data.StartsWith(IccName) && data.Length > IccName.Length + 2)
                profile.TryAdd(data[IccName.Length], data[(IccName.Length + 2)..].ToArray());
        }
        return profile.Count == 0 ? metadata : metadata with { IccProfile = [.. profile.Values.SelectMany(part => part)] };
    }

    /// <summary>Writes a file with metadata put in. An EXIF block of 64 KB or more does not fit into JPEG and is left out.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="encoded">A JPEG file as Skia makes it.</param>
    /// <param name="metadata">What to put in.</param>
    public static void Write(Stream output, ReadOnlySpan<byte> encoded, PictureMetadata metadata)
    {
        output.Write(encoded[..2]);
        int at = 2;
        int afterJfif = at;
        if (TryNext(encoded, ref afterJfif, out int marker, out _) && marker == App0)
            at = afterJfif;
        WriteSegment(output, App0, JfifName, Jfif(metadata.Resolution));
        if (metadata.Exif is { } exif && exif.Length <= MaxSegment - ExifName.Length)
            WriteSegment(output, App1, ExifName, exif);
        if (metadata.IccProfile is { } profile)
            WriteProfile(output, profile);
        output.Write(encoded[at..]);
    }

    private static void WriteProfile(Stream output, byte[] profile)
    {
        int partLength = MaxSegment - IccName.Length - 2;
        byte[][] parts = [.. profile.Chunk(partLength)];
        // The count is one byte; IccProfile.MaxLength fits into 255 parts.
        for (int i = 0; i < parts.Length; i++)
            WriteSegment(output, App2, IccName, [(byte)(i + 1), (byte)parts.Length, .. parts[i]]);
    }

    private static byte[] Jfif(Resolution? resolution)
    {
        byte[] body = [1, 1, 0, 0, 1, 0, 1, 0, 0];
        if (resolution is not { } density)
            return body;
        body[2] = PerInch;
        BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(3), (ushort)Math.Clamp(Math.Round(density.X), 1, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(5), (ushort)Math.Clamp(Math.Round(density.Y), 1, ushort.MaxValue));
        return body;
    }

    private static Resolution? Density(ReadOnlySpan<byte> data)
    {
        if (data.Length < 12 || data[7] is not (PerInch or PerCentimetre))
            return null;
        double inches = data[7] == PerCentimetre ? Resolution.CentimetresPerInch : 1;
        return Resolution.Sane(
            BinaryPrimitives.ReadUInt16BigEndian(data[8..]) * inches, BinaryPrimitives.ReadUInt16BigEndian(data[10..]) * inches);
    }

    private static bool TryNext(ReadOnlySpan<byte> file, ref int at, out int marker, out ReadOnlySpan<byte> data)
    {
        marker = 0;
        data = default;
        while (at < file.Length && file[at] == 0xFF)
            at++;
        if (at + 3 > file.Length)
            return false;
        marker = file[at];
        int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 1)..]);
        if (file[at - 1] != 0xFF || marker == StartOfScan || length < 2 || length > file.Length - at - 1)
            return false;
        data = file.Slice(at + 3, length - 2);
        at += 1 + length;
        return true;
    }

    private static void WriteSegment(Stream output, int marker, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        Span<byte> head = [0xFF, (byte)marker, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(name.Length + body.Length + 2));
        output.Write(head);
        output.Write(name);
        output.Write(body);
    }
}
