using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class PhotoFinderTests
{
    [Fact]
    public void A_transparent_surround_is_left_out() =>
        Assert.Equal(new PixelRect(20, 10, 30, 25), Find(Sheet(new(20, 10, 30, 25)))!.Bounds);

    [Fact]
    public void Nothing_visible_is_no_part() => Assert.Null(Find(Sheet(null)));

    [Theory]
    [InlineData(7, 40)]
    [InlineData(40, 7)]
    public void Too_little_visible_is_said(int width, int height)
    {
        SPColorException refusal = Assert.Throws<SPColorException>(() => Find(Sheet(new(5, 5, width, height))));
        Assert.Contains("sheet.png", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{width}×{height}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_is_thin_itself_is_looked_at() =>
        Assert.True(Find(Pictures.Paint(new(1, 1), PixelFormat.Bgra8, (_, _) => (9, 9, 9, 255)))!.IsWhole);

    private static PixelBuffer Sheet(PixelRect? photo) => Pictures.Paint(
        new(100, 80),
        PixelFormat.Bgra8,
        (x, y) => photo is { } p && x >= p.X && y >= p.Y && x < p.X + p.Width && y < p.Y + p.Height ? (x, y, 90, 1) : (255, 255, 255, 0));

    private static SeenPart? Find(PixelBuffer picture) => PhotoFinder.Find(picture, "sheet.png", BorderMode.Auto, CancellationToken.None);
}
