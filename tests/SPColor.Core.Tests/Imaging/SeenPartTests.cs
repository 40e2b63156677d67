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
}
