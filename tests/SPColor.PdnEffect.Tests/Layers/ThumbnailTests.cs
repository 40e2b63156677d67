using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Layers;

public sealed class ThumbnailTests
{
    // sRGB to CIELAB and back in single precision, rounded to a byte.
    private const int RoundTrip = 1;

    [Fact]
    public void It_fits_keeps_the_shape_and_is_never_larger_than_the_picture() =>
        Gen.Select(Gen.Int[1, 300], Gen.Int[1, 300], Gen.Int[1, 96]).Sample(
            (width, height, side) =>
            {
                GridSize size = Thumbnail.Of(new PixelBuffer(new(width, height), PixelFormat.Bgra8), side, CancellationToken.None).Size;
                Assert.True(Math.Max(size.Width, size.Height) == Math.Min(side, Math.Max(width, height)));
                Assert.True(size.Width <= width && size.Height <= height);
                Assert.InRange((double)size.Width * height / width, size.Height - 1.0 - ((double)height / width), size.Height + 1.0 + ((double)height / width));
            },
            iter: 40);

    [Fact]
    public void One_colour_stays_that_colour_and_transparent_stays_transparent()
    {
        PixelBuffer picture = Sheets.Paint(new(50, 20), (x, _) => (180, 90, 30, x < 25 ? 255 : 0));
        PixelBuffer small = Thumbnail.Of(picture, 10, CancellationToken.None);
        byte[] left = Sheets.Pixel(small, 1, 1);
        foreach ((int expected, byte actual) in new[] { 180, 90, 30, 255 }.Zip(left))
            Assert.InRange(actual, expected - RoundTrip, expected + RoundTrip);
        Assert.Equal(0, Sheets.Pixel(small, 8, 1)[3]);
    }

    [Fact]
    public void An_area_keeps_its_colour_and_others_are_dark_and_grey()
    {
        LabImage picture = WorkingImageReader.Read(
            Sheets.Paint(new(32, 32), (_, _) => (200, 60, 60, 255)), new(32, 32), null, CancellationToken.None);
        ClassMap map = new(new(8, 8), [.. Enumerable.Range(0, 64).Select(cell => cell % 8 < 4 ? 3 : 5)], new float[64], 6);
        PixelBuffer cut = Thumbnail.OfAreas(picture, map, [5], new CellBounds(2, 0, 6, 4), 96, CancellationToken.None);
        Assert.Equal(new(24, 16), cut.Size);
        byte[] other = Sheets.Pixel(cut, 0, 0), own = Sheets.Pixel(cut, 20, 10);
        Assert.InRange(own[0], 200 - RoundTrip, 200 + RoundTrip);
        Assert.True(other[0] == other[1] && other[1] == other[2] && other[0] < 80);
    }
}
