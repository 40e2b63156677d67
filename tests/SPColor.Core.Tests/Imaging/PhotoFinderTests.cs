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

    [Theory]
    [InlineData(0, 0, 50, 40, 20, 10, 30, 25)]
    [InlineData(25, 15, 10, 12, 25, 15, 10, 12)]
    [InlineData(40, 20, 60, 60, 40, 20, 10, 15)]
    public void A_box_is_searched_alone(int x, int y, int width, int height, int left, int top, int seenWidth, int seenHeight) =>
        Assert.Equal(
            new PixelRect(left, top, seenWidth, seenHeight), Find(Sheet(new(20, 10, 30, 25)), new PixelRect(x, y, width, height))!.Bounds);

    [Fact]
    public void A_box_that_is_all_of_the_picture_is_no_box()
    {
        PixelBuffer sheet = Sheet(new(0, 0, 100, 80));
        Assert.Equal(Find(sheet), Find(sheet, new PixelRect(0, 0, 100, 80)));
        Assert.True(Find(sheet, new PixelRect(0, 0, 100, 80))!.IsWhole);
    }

    [Fact]
    public void Nothing_visible_in_a_box_is_no_part_and_too_little_is_said()
    {
        PixelBuffer sheet = Sheet(new(20, 10, 30, 25));
        Assert.Null(Find(sheet, new PixelRect(60, 40, 30, 30)));
        SPColorException refusal = Assert.Throws<SPColorException>(() => Find(sheet, new PixelRect(45, 0, 40, 80)));
        Assert.Contains("5×25", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_box_that_is_thin_itself_is_looked_at() =>
        Assert.Equal(new PixelRect(22, 12, 3, 20), Find(Sheet(new(20, 10, 30, 25)), new PixelRect(22, 12, 3, 20))!.Bounds);

    [Fact]
    public void What_is_nearly_all_of_a_box_is_all_of_it()
    {
        PixelBuffer sheet = Sheet(new(1, 0, 99, 80));
        Assert.Equal(new PixelRect(0, 0, 90, 80), Find(sheet, new PixelRect(0, 0, 90, 80))!.Bounds);
    }

    private static PixelBuffer Sheet(PixelRect? photo) => Pictures.Paint(
        new(100, 80),
        PixelFormat.Bgra8,
        (x, y) => photo is { } p && x >= p.X && y >= p.Y && x < p.X + p.Width && y < p.Y + p.Height ? (x, y, 90, 1) : (255, 255, 255, 0));

    private static SeenPart? Find(PixelBuffer picture, PixelRect? box = null) =>
        PhotoFinder.Find(picture, box, "sheet.png", BorderMode.Auto, CancellationToken.None);
}
