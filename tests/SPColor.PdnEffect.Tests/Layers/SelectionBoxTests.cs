using CsCheck;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Layers;

public sealed class SelectionBoxTests
{
    private static readonly GridSize s_layer = new(400, 300);

    [Fact]
    public void It_is_a_twentieth_larger_on_each_side() => Assert.Equal(new PixelRect(90, 76, 220, 88), Box(new(100, 80, 200, 80)));

    [Theory]
    [InlineData(0, 0, 100, 100, 0, 0, 105, 105)]
    [InlineData(300, 200, 100, 100, 295, 195, 105, 105)]
    [InlineData(100, 2, 100, 296, 95, 0, 110, 300)]
    public void It_ends_where_the_layer_does(int x, int y, int width, int height, int left, int top, int boxWidth, int boxHeight) =>
        Assert.Equal(new PixelRect(left, top, boxWidth, boxHeight), Box(new(x, y, width, height)));

    [Theory]
    [InlineData(0, 0, 400, 300)]
    [InlineData(10, 10, 380, 280)]
    public void What_comes_to_the_whole_layer_is_no_box(int x, int y, int width, int height) =>
        Assert.Equal(new SelectionBox(null, false), Of(new PixelRect(x, y, width, height)));

    [Fact]
    public void No_selection_is_no_box() => Assert.Equal(new SelectionBox(null, false), SelectionBox.Of(null, s_layer));

    [Theory]
    [InlineData(5, 100, true)]
    [InlineData(100, 1, true)]
    [InlineData(6, 6, false)]
    public void Too_small_is_what_nothing_can_be_recognised_in(int width, int height, bool isTooSmall)
    {
        SelectionBox box = Of(new PixelRect(50, 60, width, height));
        Assert.Equal((isTooSmall, isTooSmall), (box.IsTooSmall, box.Box is null));
    }

    [Fact]
    public void Of_a_thin_layer_a_part_as_thin_is_not_too_small() =>
        Assert.Equal(new PixelRect(95, 0, 110, 3), SelectionBox.Of(Sheets.Selected(new(400, 3), new(100, 0, 100, 3)), new(400, 3)).Box);

    [Fact]
    public void It_lies_in_the_layer_and_holds_the_selection() =>
        Gen.Select(Gen.Int[0, 399], Gen.Int[0, 299], Gen.Int[1, 400], Gen.Int[1, 300]).Sample((x, y, width, height) =>
        {
            PixelRect selected = new(x, y, Math.Min(width, 400 - x), Math.Min(height, 300 - y));
            if (Of(selected).Box is not { } box)
                return;
            Assert.True(box.X >= 0 && box.Y >= 0 && box.X + box.Width <= 400 && box.Y + box.Height <= 300);
            Assert.True(box.X <= selected.X && box.X + box.Width >= selected.X + selected.Width);
            Assert.True(box.Y <= selected.Y && box.Y + box.Height >= selected.Y + selected.Height);
        });

    private static PixelRect? Box(PixelRect selected) => Of(selected).Box;

    private static SelectionBox Of(PixelRect selected) => SelectionBox.Of(Sheets.Selected(s_layer, selected), s_layer);
}
