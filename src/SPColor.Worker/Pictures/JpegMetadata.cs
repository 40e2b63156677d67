using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of JPEG files: APP0 (JFIF density), APP1 (EXIF, XMP), APP2 (ICC.1:2022 annex B.4), APP13 (IPTC) and comments.</summary>
internal static class JpegMetadata
{
    private const int App0 = 0xE0;
    private const int App1 = 0xE1;
    private const int App2 = 0xE2;
    private const int App13 = 0xED;
    private const int Comment = 0xFE;
    private const int StartOfScan = 0xDA;
    private const byte NoUnit = 0;
    private const byte PerInch = 1;
    private const byte PerCentimetre = 2;

    private static ReadOnlySpan<byte> JfifName => "JFIF\0"u8;

    private static ReadOnlySpan<byte> XmpName => "http://ns.adobe.com/xap/1.0/\0"u8;

    private static ReadOnlySpan<byte> PhotoshopName => "Photoshop 3.0\0"u8;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> IccName => "ICC_PROFILE\0"u8;

    /// <summary>Most bytes of one segment's data.</summary>
    public const int MaxSegment = ushort.MaxValue - 2;

    /// <summary>Longest EXIF block that fits, bytes.</summary>
    public static int MaxExif => MaxSegment - ExifName.Length;

    /// <summary>Longest XMP packet that fits, bytes.</summary>
    public static int MaxXmp => MaxSegment - XmpName.Length;

    /// <summary>Longest IPTC records that fit, bytes.</summary>
    public static int MaxIptc => MaxSegment - PhotoshopName.Length - 12;

    /// <summary>Reads what a file carries.</summary>
    /// <param name="file">The whole file; damaged parts are passed over.</param>
    public static PictureMetadata Read(ReadOnlySpan<byte> file)
    {
        PictureMetadata metadata = PictureMetadata.None;
        SortedDictionary<int, byte[]> profile = [];
        using MemoryStream photoshop = new();
        List<PictureText> texts = [];
        for (int at = 2; TryNext(file, ref at, out int marker, out ReadOnlySpan<byte> data);)
        {
            if (marker == App0 && data.StartsWith(JfifName))
                metadata = metadata with { Resolution = Density(data), Aspect = Shape(data) };
            else if (marker == App1 && data.StartsWith(ExifName))
                metadata = metadata with { Exif = data[ExifName.Length..].ToArray() };
            else if (marker == App1 && data.StartsWith(XmpName))
                metadata = metadata with { Xmp = data[XmpName.Length..].ToArray() };
            else if (marker == App13 && data.StartsWith(PhotoshopName))
                photoshop.Write(data[PhotoshopName.Length..]);
            else if (marker == Comment)
                texts.Add(new PictureText(PictureText.Comment, TextBytes.Read(data)));
            else if (marker == App2 && data.StartsWith(IccName) && data.Length > IccName.Length + 2)
                profile.TryAdd(data[IccName.Length], data[(IccName.Length + 2)..].ToArray());
        }
        metadata = metadata with { Iptc = PhotoshopBlock.Iptc(photoshop.ToArray()), Texts = texts };
        return profile.Count == 0 ? metadata : metadata with { IccProfile = [.. profile.Values.SelectMany(part => part)] };
    }

    /// <summary>The index of a file with several pictures (CIPA DC-007, APP2 "MPF"), a TIFF structure; else null.</summary>
    /// <param name="file">The whole file.</param>
    public static byte[]? PictureIndex(ReadOnlySpan<byte> file)
    {
        for (int at = 2; TryNext(file, ref at, out int marker, out ReadOnlySpan<byte> data);)
        {
            if (marker == App2 && data.StartsWith("MPF\0"u8))
                return data[4..].ToArray();
        }
        return null;
    }

    /// <summary>Writes a file with metadata put in; what does not fit into a segment is left out (<see cref="MetadataLosses"/>).</summary>
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
        WriteSegment(output, App0, JfifName, Jfif(metadata));
        if (ExifTrim.ToFit(metadata.Exif, MaxExif) is { } exif)
            WriteSegment(output, App1, ExifName, exif);
        if (metadata.Xmp is { } xmp && xmp.Length <= MaxXmp)
            WriteSegment(output, App1, XmpName, xmp);
        if (metadata.Iptc is { } iptc && iptc.Length <= MaxIptc)
            WriteSegment(output, App13, PhotoshopName, PhotoshopBlock.Wrap(iptc));
        if (metadata.IccProfile is { } profile)
            WriteProfile(output, profile);
        foreach (byte[] comment in metadata.Texts.Select(text => TextBytes.Utf8(text.WithKey)).Where(text => text.Length <= MaxSegment))
            WriteSegment(output, Comment, [], comment);
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

    private static byte[] Jfif(PictureMetadata metadata)
    {
        byte[] body = [1, 1, 0, 0, 1, 0, 1, 0, 0];
        // Where EXIF holds the resolution too, a shape without a unit says more.
        if ((metadata.Aspect ?? metadata.Resolution) is not { } density)
            return body;
        body[2] = metadata.Aspect is null ? PerInch : NoUnit;
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

    private static Resolution? Shape(ReadOnlySpan<byte> data)
    {
        if (data.Length < 12 || data[7] != NoUnit)
            return null;
        (ushort x, ushort y) = (BinaryPrimitives.ReadUInt16BigEndian(data[8..]), BinaryPrimitives.ReadUInt16BigEndian(data[10..]));
        return x == y ? null : Resolution.Sane(x, y);
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
