using System.Text;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

/// <summary>What people wrote about a picture survives every change of container; what cannot is named.</summary>
public sealed class WordsTests
{
    private static readonly byte[] _xmp = "<x:xmpmeta tiff:Orientation=\"6\"><dc:title>Höfe</dc:title></x:xmpmeta>"u8.ToArray();
    private static readonly byte[] _iptc = [0x1C, 2, 120, 0, 5, .. "house"u8];
    private static readonly PictureText[] _texts = [new(PictureText.Comment, "box 12"), new("Author", "A. Drawn")];

    public static TheoryData<string, string> Pairs { get; } = new(
        from first in new[] { ".jpg", ".png", ".tif", ".webp" }
        from second in new[] { ".jpg", ".png", ".tif", ".webp" }
        select (first, second));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void XMP_IPTC_and_texts_survive(string first, string second)
    {
        Picture picture = Samples.Picture(5, 4, metadata: new PictureMetadata(null, Samples.Exif(1)) { Xmp = _xmp, Iptc = _iptc, Texts = _texts });
        Picture again = Samples.Loaded(Samples.Saved(Samples.Loaded(Samples.Saved(picture, first)), second));

        Assert.Equal(Encoding.UTF8.GetString(_xmp).Replace('6', '1'), Encoding.UTF8.GetString(again.Metadata.Xmp!));
        Assert.Equal(_iptc, Iptc(again));
        Assert.Equal("OldBox1\0", TiffExifTests.Model(again));
        string all = Everything(again);
        Assert.Contains("box 12", all, StringComparison.Ordinal);
        Assert.Contains("A. Drawn", all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    public void The_shape_of_a_pixel_stays(string ending)
    {
        Picture picture = Samples.Picture(4, 4, metadata: PictureMetadata.None with { Aspect = new Resolution(2, 1) });
        Assert.Equal(new Resolution(2, 1), Samples.Loaded(Samples.Saved(picture, ending)).Metadata.Aspect);
    }

    [Fact]
    public void Of_a_long_EXIF_block_only_what_does_not_fit_into_JPEG_is_lost_and_named()
    {
        TiffDirectory main = new(), exif = new();
        main.Add(new TiffEntry(0x010E, 2, 11, "Farm, 1931\0"u8.ToArray()));
        exif.Add(new TiffEntry(0x9286, 7, 70_000, new byte[70_000]));
        exif.Add(new TiffEntry(0x9003, 2, 20, "1931:06:01 10:00:00\0"u8.ToArray()));
        main.Children[0x8769] = exif;
        PictureMetadata metadata = new(null, ExifBlock.Build(main, 1, null));
        Assert.Equal(["the EXIF user comment of 70,000 bytes"], MetadataLosses.Of(metadata, PictureFormat.Jpeg));

        TiffDirectory kept = TiffExif.Read(Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: metadata), ".jpg")).Metadata.Exif);
        Assert.Equal("Farm, 1931\0", Encoding.ASCII.GetString(kept.Entries[0x010E].Value));
        Assert.Equal([(ushort)0x9003], kept.Children[0x8769].Entries.Keys);
        foreach (string ending in new[] { ".png", ".tif", ".webp" })
        {
            TiffDirectory whole = TiffExif.Read(Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: metadata), ending)).Metadata.Exif);
            Assert.Equal(70_000, whole.Children[0x8769].Entries[0x9286].Value.Length);
        }
    }

    [Fact]
    public void BMP_names_what_it_cannot_hold() =>
        Assert.Equal(
            ["its EXIF", "its XMP", "its IPTC", "its comments"],
            MetadataLosses.Of(new PictureMetadata(null, Samples.Exif(1)) { Xmp = _xmp, Iptc = _iptc, Texts = _texts }, PictureFormat.Bmp));

    [Fact]
    public void The_rating_of_a_JPEG_reaches_TIFF()
    {
        TiffDirectory main = new();
        main.Add(TiffEntry.OfShort(0x4746, 4));
        Picture picture = Samples.Picture(2, 2, metadata: new(null, ExifBlock.Build(main, 1, null)));
        Assert.Contains((ushort)0x4746, TiffExif.Read(Samples.Loaded(Samples.Saved(picture, ".tif")).Metadata.Exif).Entries.Keys);
    }

    private static byte[]? Iptc(Picture picture) =>
        picture.Metadata.Iptc ?? (TiffExif.Read(picture.Metadata.Exif).Entries.TryGetValue(0x83BB, out TiffEntry? entry) ? entry.Value : null);

    // Texts, and where a container has no place for them, the EXIF entries that hold them.
    private static string Everything(Picture picture) =>
        string.Join('|', picture.Metadata.Texts.Select(text => text.WithKey))
        + string.Join('|', TiffExif.Read(picture.Metadata.Exif).Entries.Values.Select(entry => entry.Tag is >= 0x9C9B and <= 0x9C9F
            ? Encoding.Unicode.GetString(entry.Value) : Encoding.UTF8.GetString(entry.Value)));
}
