using SkiaSharp;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class EncodedOrientationTests
{
    // The upright picture is 123 over 456; "stored" is how each orientation stores it (EXIF 2.32 §4.6.4 A).
    [Theory]
    [InlineData(1, 3, "123456")]
    [InlineData(2, 3, "321654")]
    [InlineData(3, 3, "654321")]
    [InlineData(4, 3, "456123")]
    [InlineData(5, 2, "142536")]
    [InlineData(6, 2, "362514")]
    [InlineData(7, 2, "635241")]
    [InlineData(8, 2, "415263")]
    public void Every_orientation_gives_the_same_upright_picture(int orientation, int storedWidth, string stored)
    {
        foreach (PixelFormat format in new[] { PixelFormat.Rgba8, PixelFormat.Rgba16 })
        {
            PixelBuffer source = new(new GridSize(storedWidth, 6 / storedWidth), format);
            int step = format.BytesPerPixel();
            for (int i = 0; i < stored.Length; i++)
                source.Bytes[(i * step) + step - 1] = (byte)stored[i];
            PixelBuffer upright = EncodedOrientation.Apply(source, orientation, TestContext.Current.CancellationToken);
            Assert.Equal(new GridSize(3, 2), upright.Size);
            Assert.Equal("123456", string.Concat(upright.Bytes.Where((_, i) => i % step == step - 1).Select(value => (char)value)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_orientation_in_a_file_is_applied_and_taken_out(int orientation)
    {
        foreach (bool bigEndian in new[] { false, true })
        {
            Picture stored = Samples.Picture(5, 3, metadata: new(null, Samples.Exif(orientation, bigEndian), null));
            using SKCodec codec = SKCodec.Create(new MemoryStream(Samples.Saved(stored, ".jpg")))!;
            Assert.Equal(orientation, (int)codec.EncodedOrigin);

            Picture picture = Samples.Loaded(Samples.Saved(stored, ".png"));
            PixelBuffer expected = EncodedOrientation.Apply(Samples.Picture(5, 3).Pixels, orientation, CancellationToken.None);
            Assert.Equal(expected.Bytes, picture.Pixels.Bytes);
            Assert.Equal(expected.Size, picture.Pixels.Size);
            Assert.Equal(1, ExifBlock.Orientation(picture.Metadata.Exif));
        }
    }

    [Fact]
    public void Turning_by_a_quarter_exchanges_the_resolutions()
    {
        Picture picture = Samples.Loaded(Samples.Saved(Samples.Picture(5, 3, metadata: new(null, Samples.Exif(6), new Resolution(300, 150))), ".jpg"));
        Assert.Equal(new Resolution(150, 300), picture.Metadata.Resolution);
        Assert.Equal(new Resolution(150, 300), ExifBlock.ReadResolution(picture.Metadata.Exif));
    }
}
