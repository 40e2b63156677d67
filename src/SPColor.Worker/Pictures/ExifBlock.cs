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
    private const ushort UnitInch = 2;
    private const ushort UnitCentimetre = 3;

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

    /// <summary>
    /// A block that holds a resolution: for WebP, which has no other place for it. One that is made anew keeps what a TIFF file would.
    /// </summary>
    /// <param name="block">The block of an upright picture, or null.</param>
    /// <param name="resolution">Pixels per inch, or null where nothing is to be added.</param>
    /// <returns><paramref name="block"/> itself where it has a resolution already.</returns>
    public static byte[]? WithResolution(byte[]? block, Resolution? resolution)
    {
        if (resolution is null || ReadResolution(block) is not null)
            return block;
        return Build(TiffExif.Read(block), 1, resolution);
    }

    /// <summary>A new little-endian block that says what an upright picture's block says.</summary>
    /// <param name="block">The block, or null.</param>
    /// <param name="limit">Bytes of all values together: what is longer is left out.</param>
    public static byte[] Rebuild(byte[]? block, int limit = TiffStructure.MaxLength) => Build(TiffExif.Read(block, limit), 1, ReadResolution(block));

    /// <summary>A block that says what a TIFF file says about itself.</summary>
    /// <param name="directory">What <see cref="TiffExif"/> read.</param>
    /// <param name="orientation">How the stored pixels lie, 1…8.</param>
    /// <param name="resolution">Pixels per inch as stored, or null.</param>
    public static byte[] Build(TiffDirectory directory, int orientation, Resolution? resolution)
    {
        directory.Add(TiffEntry.OfShort(OrientationTag, (ushort)orientation));
        if (resolution is var (x, y))
        {
            directory.Add(TiffEntry.OfFraction(XResolutionTag, x));
            directory.Add(TiffEntry.OfFraction(YResolutionTag, y));
            directory.Add(TiffEntry.OfShort(ResolutionUnitTag, UnitInch));
        }
        using MemoryStream block = new();
        block.Write("II*\0\0\0\0\0"u8);
        directory.AppendAsFirst(block);
        return block.ToArray();
    }
}
