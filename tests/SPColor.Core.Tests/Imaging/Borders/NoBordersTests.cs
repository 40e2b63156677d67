using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging.Borders;

/// <summary>Photos that have even ground along their sides and yet no border.</summary>
public sealed class NoBordersTests
{
    [Fact]
    public void A_photo_alone() => AssertNone(Prints.Photo, Prints.Scene);

    [Fact]
    public void A_white_sky() => AssertNone(Prints.Photo, (x, y) => y < 80 ? 252 : Prints.Scene(x, y));

    [Fact]
    public void A_house_with_a_straight_roof_before_a_white_sky() =>
        AssertNone(Prints.Photo, (x, y) => x is > 40 and < 200 && y > 50 ? Prints.Scene(x, y + 60) : y > 140 ? Prints.Scene(x, y) : 250);

    [Theory]
    [InlineData(10)]
    [InlineData(245)]
    public void A_person_before_a_studio_ground(int ground) => AssertNone(
        Prints.Photo,
        (x, y) => double.Hypot(x - 120, (y - 90) * 1.2) < 45 || (y > 120 && Math.Abs(x - 120) < 40 + y - 120) ? Prints.Scene(x, y + 50) : ground);

    [Fact]
    public void A_dark_sea_under_a_dark_sky_with_a_straight_horizon() =>
        AssertNone(Prints.Photo, (x, y) => y < 60 ? 95 - y / 2 : y > 130 ? 14 + Prints.Noise(x, y, 3) : Prints.Scene(x, y));

    [Fact]
    public void Nothing_but_flat_ground() => AssertNone(Prints.Photo, (_, _) => 128);

    [Fact]
    public void A_thumbnail() => AssertNone(new(16, 12), (x, y) => x is 0 or 15 || y is 0 or 11 ? 255 : 40 + (x * y));

    [Fact]
    public void What_is_cut_out_has_no_border()
    {
        PixelBuffer cut = Prints.Framed(24, 18, (_, _) => 250);
        cut.Row(90).Slice(4 * 100, 4 * 8).Clear();

        Assert.True(PhotoFinder.Find(cut, "cut", BorderMode.Auto, CancellationToken.None)!.IsWhole);
    }

    private static void AssertNone(GridSize size, Func<int, int, int> value) => Assert.True(
        PhotoFinder.Find(Prints.Grey(size, value), "photo", BorderMode.Auto, CancellationToken.None)!.IsWhole);
}
