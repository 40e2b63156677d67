using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>Metadata of Windows bitmaps: the resolution, and the profile that a version 5 header may embed.</summary>
internal static class BmpMetadata
{
    /// <summary>Length of the file header in front of the bitmap header.</summary>
    public const int FileHeader = 14;

    /// <summary>Length of the plain bitmap header.</summary>
    public const int InfoHeader = 40;

    /// <summary>Length of the version 5 bitmap header.</summary>
    public const int V5Header = 124;

    /// <summary>"MBED": the colour space is an embedded profile.</summary>
    public const uint ProfileEmbedded = 0x4D424544;

    /// <summary>Reads what a file carries.</summary>
    /// <param name="file">The whole file; damaged parts are passed over.</param>
    public static PictureMetadata Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < FileHeader + InfoHeader)
            return PictureMetadata.None;
        ReadOnlySpan<byte> header = file[FileHeader..];
        uint headerLength = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (headerLength < InfoHeader)
            return PictureMetadata.None;
        Resolution? resolution = Resolution.Sane(
            BinaryPrimitives.ReadInt32LittleEndian(header[24..]) * Resolution.MetresPerInch,
            BinaryPrimitives.ReadInt32LittleEndian(header[28..]) * Resolution.MetresPerInch);
        return new PictureMetadata(headerLength >= V5Header && header.Length >= V5Header ? Profile(header) : null, null, resolution);
    }

    private static byte[]? Profile(ReadOnlySpan<byte> header)
    {
        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(header[112..]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header[116..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[56..]) == ProfileEmbedded && (long)offset + length <= header.Length
            ? header.Slice((int)offset, (int)length).ToArray()
            : null;
    }
}
