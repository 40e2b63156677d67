using System.Buffers.Binary;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>What spcolor needs of an EXIF block (EXIF 2.32 §4.6): read, and kept true once the picture has been turned.</summary>
internal static class ExifBlock
{
    private const ushort OrientationTag = 0x0112;
    private const ushort XResolutionTag = 0x011A;
    private const ushort YResolutionTag = 0x011B;
    private const ushort ResolutionUnitTag = 0x0128;
    private const ushort ExifDirectoryTag = 0x8769;
    private const ushort PixelXDimensionTag = 0xA002;
    private const ushort PixelYDimensionTag = 0xA003;
    private const uint UnitCentimetre = 3;

    /// <summary>How the stored pixels lie, 1…8; 1 where nothing is said.</summary>
    /// <param name="block">The block, or null.</param>
    public static int Orientation(byte[]? block) =>
        IfdReader.TryOpen(block, out IfdReader directory) && directory.Integer(OrientationTag) is >= 1 and <= 8 and var orientation
            ? (int)orientation
            : 1;

    /// <summary>Pixels per inch, or null.</summary>
    /// <param name="block">The block, or null.</param>
    public static Resolution? ReadResolution(byte[]? block)
    {
        if (!IfdReader.TryOpen(block, out IfdReader directory))
            return null;
        double inches = directory.Integer(ResolutionUnitTag) == UnitCentimetre ? Resolution.CentimetresPerInch : 1;
        return directory.Fraction(XResolutionTag) is { } x && directory.Fraction(YResolutionTag) is { } y
            ? Resolution.Sane(x * inches, y * inches)
            : null;
    }

    /// <summary>
    /// A copy that fits the upright picture: orientation 1, its size, and no thumbnail, which would show the old grey picture.
    /// Everything else, maker notes included, stays where it was.
    /// </summary>
    /// <param name="block">The block as read, or null.</param>
    /// <param name="size">Size of the upright picture.</param>
    /// <returns>Null where there is no readable block.</returns>
    public static byte[]? Upright(byte[]? block, GridSize size)
    {
        byte[]? upright = (byte[]?)block?.Clone();
        if (!IfdReader.TryOpen(upright, out IfdReader directory))
            return null;
        if (EncodedOrientation.Transposes(Orientation(block)))
            directory.Swap(XResolutionTag, YResolutionTag);
        directory.SetInteger(OrientationTag, 1);
        if (directory.TryOpenChild(ExifDirectoryTag, out IfdReader details))
        {
            details.SetInteger(PixelXDimensionTag, (uint)size.Width);
            details.SetInteger(PixelYDimensionTag, (uint)size.Height);
        }
        if (directory.NextPointer + sizeof(uint) <= upright!.Length)
            upright.AsSpan(directory.NextPointer, sizeof(uint)).Clear();
        return upright;
    }

    /// <summary>The smallest block that holds a resolution: for WebP, which has no other place for it.</summary>
    /// <param name="resolution">Pixels per inch.</param>
    public static byte[] ForResolution(Resolution resolution)
    {
        const uint Scale = 1000;
        const int ValuesAt = 8 + 2 + (3 * 12) + 4;
        byte[] block = new byte[ValuesAt + 16];
        "II*\0"u8.CopyTo(block);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(8), 3);
        Entry(block.AsSpan(10), XResolutionTag, 5, ValuesAt);
        Entry(block.AsSpan(22), YResolutionTag, 5, ValuesAt + 8);
        Entry(block.AsSpan(34), ResolutionUnitTag, 3, 2);
        Span<byte> values = block.AsSpan(ValuesAt);
        BinaryPrimitives.WriteUInt32LittleEndian(values, (uint)Math.Round(resolution.X * Scale));
        BinaryPrimitives.WriteUInt32LittleEndian(values[4..], Scale);
        BinaryPrimitives.WriteUInt32LittleEndian(values[8..], (uint)Math.Round(resolution.Y * Scale));
        BinaryPrimitives.WriteUInt32LittleEndian(values[12..], Scale);
        return block;
    }

    private static void Entry(Span<byte> entry, ushort tag, ushort type, uint value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], 1);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], value);
    }
}
