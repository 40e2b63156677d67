using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class SeenPartTests
{
    // Some roundings of double precision, at places of up to some thousands.
    private const double Rounding = 1e-9;

    private static readonly GridSize s_full = new(400, 300);

    [Fact]
    public void Whole_is_whole_and_a_part_is_not()
    {
        Assert.True(SeenPart.Whole(s_full).IsWhole);
        SeenPart part = SeenPart.Of(s_full, new PixelRect(10, 20, 300, 100));
        Assert.Equal((false, true, new GridSize(300, 100), new PixelRect(10, 20, 300, 100)), (part.IsWhole, part.IsUpright, part.Size, part.Bounds));
    }

    [Fact]
    public void Places_go_to_the_part_and_back() =>
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 200], Gen.Int[1, 100], Gen.Int[1, 100], Gen.Double[-50, 450]).Sample(
            (x, y, width, height, at) =>
            {
                SeenPart part = SeenPart.Of(s_full, new PixelRect(x, y, width, height));
                PlanePoint back = part.ToFull(part.ToPart(new PlanePoint(at, 300 - at)));
                Assert.Equal(at, back.X, Rounding);
                Assert.Equal(300 - at, back.Y, Rounding);
            });

    [Fact]
    public void Its_corners_are_0_and_1()
    {
        SeenPart part = SeenPart.Of(s_full, new PixelRect(10, 20, 300, 100));
        Assert.Equal(new PlanePoint(0, 0), part.ToPart(new PlanePoint(10, 20)));
        Assert.Equal(new PlanePoint(1, 1), part.ToPart(new PlanePoint(310, 120)));
    }

    [Fact]
    public void A_copy_of_another_size_shows_the_same_part()
    {
        SeenPart small = SeenPart.Of(s_full, new PixelRect(40, 30, 200, 150)).ScaledTo(new(40, 60));
        Assert.Equal(new PixelRect(4, 6, 20, 30), small.Bounds);
    }

    [Theory]
    [InlineData(90, 100, 300)]
    [InlineData(180, 300, 100)]
    [InlineData(270, 100, 300)]
    public void A_quarter_turn_shows_the_same_pixels(int degrees, int width, int height)
    {
        SeenPart part = SeenPart.Of(s_full, new PixelRect(10, 20, 300, 100)), turned = part.TurnedBy(degrees);
        Assert.Equal((degrees, new GridSize(width, height), part.Bounds), (turned.Turn, turned.Size, turned.Bounds));
        Assert.False(turned.IsUpright);
        Assert.True(turned.IsSquare);
        Assert.True(turned.TurnedBy(360 - degrees).IsUpright);
    }

    [Fact]
    public void Turned_clockwise_the_lower_left_corner_is_the_first()
    {
        SeenPart turned = SeenPart.Whole(s_full).TurnedBy(90);
        Assert.Equal(new PlanePoint(0, 300), turned.ToFull(new PlanePoint(0, 0)));
        Assert.Equal(new PlanePoint(0, 0), turned.ToFull(new PlanePoint(1, 0)));
    }

    [Fact]
    public void Edges_bound_a_turned_part()
    {
        // The top edge in the middle of the top side, the left one in the middle of the left side.
        SeenPart part = SeenPart.Inside(s_full, 0.1, 40, 50, 60, 70);
        Assert.Equal(0, part.ToPart(new PlanePoint(200, 40)).Y, Rounding);
        Assert.Equal(0, part.ToPart(new PlanePoint(70, 150)).X, Rounding);
        Assert.Equal(1, part.ToPart(new PlanePoint(200, 240)).Y, Rounding);
        Assert.Equal(1, part.ToPart(new PlanePoint(350, 150)).X, Rounding);
        Assert.Equal(0.1, part.Across.Y / part.Across.X, Rounding);
    }

    [Fact]
    public void A_part_of_a_part_lies_where_both_say()
    {
        SeenPart outer = SeenPart.Of(s_full, new PixelRect(100, 50, 200, 100));
        SeenPart inner = outer.Inner(SeenPart.Of(new(400, 200), new PixelRect(40, 20, 100, 60)));
        Assert.Equal(new PixelRect(120, 60, 50, 30), inner.Bounds);
    }

    [Fact]
    public void A_trimmed_part_has_whole_pixels_and_keeps_the_pictures_own_sides()
    {
        SeenPart part = SeenPart.Inside(s_full, 0, 0, 20.1f, 0, 9.6f).Trimmed(0);
        Assert.Equal(new PixelRect(10, 0, 370, 300), part.Bounds);
    }
}
