using SkiaSharp;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class MetadataTests
{
    // PNG and BMP count whole pixels per metre, JPEG whole pixels per inch.
    private const double MetreRounding = 0.0254 / 2;

    public static TheoryData<string, string> Pairs { get; } = new(
        from first in new[] { ".jpg", ".png", ".tif", ".bmp", ".webp" }
        from second in new[] { ".jpg", ".png", ".tif", ".bmp", ".webp" }
        select (first, second));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Profile_EXIF_and_resolution_survive_every_change_of_container(string first, string second)
    {
        PictureMetadata metadata = new(SampleProfiles.Rgb(), Samples.Exif(1), Samples.Dpi);
        Picture read = Samples.Loaded(Samples.Saved(Samples.Picture(5, 3, metadata: metadata), first));
        Picture again = Samples.Loaded(Samples.Saved(read, second));

        Assert.Equal(SampleProfiles.Rgb(), again.Metadata.IccProfile);
        Assert.Equal(Samples.Dpi.X, again.Metadata.Resolution!.Value.X, MetreRounding);
        Assert.Equal(Samples.Dpi.Y, again.Metadata.Resolution!.Value.Y, MetreRounding);
        Assert.Equal(first != ".bmp" && second != ".bmp" ? "OldBox1\0" : null, TiffExifTests.Model(again));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    public void Skia_sees_the_profile_once_and_the_same_pixels(string ending)
    {
        Picture picture = Samples.Picture(8, 8, metadata: new PictureMetadata(SampleProfiles.Rgb(), Samples.Exif(1), Samples.Dpi));
        byte[] file = Samples.Saved(picture, ending);
        using SKCodec codec = SKCodec.Create(new MemoryStream(file))!;
        Assert.True(codec.Info.ColorSpace!.ToColorSpaceXyz(out SKColorSpaceXyz xyz));
        const float ProfileRounding = 1f / 32768;
        Assert.Equal(0.6097f, xyz[0, 0], ProfileRounding);
        Assert.Equal(1, Count(file, ending == ".jpg" ? "ICC_PROFILE\0"u8 : ending == ".png" ? "iCCP"u8 : "ICCP"u8));
        if (ending != ".jpg")
            Assert.Equal(picture.Pixels.Bytes, Samples.Loaded(file).Pixels.Bytes);
    }

    [Fact]
    public void A_profile_longer_than_a_JPEG_segment_is_cut_and_joined()
    {
        byte[] profile = SampleProfiles.Rgb(padding: 150_000);
        Assert.Equal(profile, Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: new(profile)), ".jpg")).Metadata.IccProfile);
    }

    [Fact]
    public void A_resolution_without_EXIF_reaches_WebP() =>
        Assert.Equal(Samples.Dpi, Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: new(null, null, Samples.Dpi)), ".webp")).Metadata.Resolution);

    [Fact]
    public void A_resolution_beside_EXIF_reaches_WebP_with_it()
    {
        TiffDirectory camera = new();
        camera.Add(new TiffEntry(0x0110, 2, 8, "OldBox1\0"u8.ToArray()));
        PictureMetadata metadata = new(null, ExifBlock.Build(camera, 1, null), Samples.Dpi);
        Picture read = Samples.Loaded(Samples.Saved(Samples.Picture(2, 2, metadata: metadata), ".webp"));
        Assert.Equal((Samples.Dpi, "OldBox1\0"), (read.Metadata.Resolution!.Value, TiffExifTests.Model(read)));
    }

    [Fact]
    public void Alpha_and_metadata_live_together_in_WebP()
    {
        Picture picture = Samples.Picture(6, 4, hasAlpha: true, metadata: new(SampleProfiles.Rgb(), Samples.Exif(1), Samples.Dpi));
        Picture read = Samples.Loaded(Samples.Saved(picture, ".webp"));
        Assert.True(read.HasAlpha);
        Assert.Equal(picture.Pixels.Bytes, read.Pixels.Bytes);
    }

    [Fact]
    public void A_grey_profile_is_passed_on_as_an_RGB_one_that_a_coloured_file_can_carry()
    {
        byte[] file = Samples.Saved(Samples.Picture(2, 2, metadata: new(SampleProfiles.Grey(2.2))), ".png");
        Assert.Equal(ProfileKind.Rgb, IccProfile.Kind(Samples.Loaded(file).Metadata.IccProfile));
    }

    private static int Count(ReadOnlySpan<byte> file, ReadOnlySpan<byte> name)
    {
        int count = 0;
        for (int at; (at = file.IndexOf(name)) >= 0; file = file[(at + 1)..])
            count++;
        return count;
    }
}
