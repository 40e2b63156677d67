using System.Buffers.Binary;

namespace SPColor.Worker.Pictures;

/// <summary>What a TIFF file says beside its layout.</summary>
/// <param name="Metadata">EXIF and descriptions, XMP, IPTC.</param>
/// <param name="HasLayers">Whether Photoshop keeps layers in the file.</param>
/// <param name="MostSample">MaxSampleValue (TIFF 6.0 §8), else null.</param>
internal sealed record TiffMetadata(PictureMetadata Metadata, bool HasLayers, int? MostSample)
{
    private const ushort MaxSampleValue = 281;
    private const ushort Short = 3;
    private const ushort Xmp = 700;
    private const ushort Iptc = 33723;
    private const ushort PhotoshopResources = 34377;
    private const ushort PhotoshopLayers = 37724;

    /// <summary>Reads what a page says, and where it says nothing, what the first page says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="page">Where the page's directory stands.</param>
    /// <param name="orientation">How its pixels lie, 1…8.</param>
    /// <param name="resolution">Its pixels per inch, or null.</param>
    public static TiffMetadata Read(Stream file, long page, int orientation, Resolution? resolution)
    {
        if (TiffStructure.TryOpen(file) is not { } structure)
            return new TiffMetadata(PictureMetadata.None with { Resolution = resolution }, false, null);
        uint offset = page is > 0 and <= uint.MaxValue ? (uint)page : structure.First;
        TiffEntry[] entries = [.. structure.Table(offset)];
        TiffDirectory exif = TiffExif.Read(structure, offset);
        if (exif.IsEmpty && offset != structure.First)
            exif = TiffExif.Read(structure, structure.First);
        PictureMetadata metadata = new(null, exif.IsEmpty ? null : ExifBlock.Build(exif, orientation, resolution), resolution)
        {
            Xmp = Raw(Xmp),
            Iptc = Raw(Iptc) ?? PhotoshopBlock.Iptc(Raw(PhotoshopResources)),
        };
        return new TiffMetadata(metadata, Find(PhotoshopLayers) is not null, MostOf(structure, Find(MaxSampleValue)));

        TiffEntry? Find(ushort tag) => entries.FirstOrDefault(entry => entry.Tag == tag);

        // IPTC is often typed as 32-bit numbers, but its bytes stand in their own order.
        byte[]? Raw(ushort tag) => Find(tag) is { } entry ? structure.Raw(entry) : null;
    }

    // One number, or one for each sample; LibTiff wants all of them.
    private static int? MostOf(TiffStructure structure, TiffEntry? entry) =>
        entry is { Type: Short } && structure.Complete(entry) is { } whole ? BinaryPrimitives.ReadUInt16LittleEndian(whole.Value) : null;
}
