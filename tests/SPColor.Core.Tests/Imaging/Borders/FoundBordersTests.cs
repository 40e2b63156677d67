using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging.Borders;

public sealed class FoundBordersTests
{
    // Of a turned print: what the finder's angle steps of 0.05° and its half pixel of caution add up to.
    private const double EdgeTolerance = 2, DegreeTolerance = 0.3;

    [Theory]
    [InlineData(250)]
    [InlineData(226)]
    [InlineData(12)]
    [InlineData(0)]
    public void A_uniform_frame_is_left_out_to_the_pixel(int level)
    {
        foreach ((int left, int top) in new[] { (7, 6), (24, 18), (60, 45) })
            AssertFrame(left, top, (x, y) => level + Prints.Noise(x, y, 1));
    }

    [Fact]
    public void Two_sides_are_enough() => AssertFrame(20, 0, (_, _) => 250);

    [Theory]
    [InlineData(240, -90)]
    [InlineData(14, 120)]
    public void An_uneven_and_speckled_frame_is_left_out(int level, int speck) => AssertFrame(
        24,
        18,
        (x, y) => level + (int)(5 * Math.Sin(x / 40.0) * Math.Cos(y / 30.0)) + Prints.Noise(x, y, 2)
            + (Prints.Noise(x / 3, y / 3, 20) == 20 ? speck : 0));

    [Theory]
    [InlineData(0, 243, 0)]
    [InlineData(3, 243, 0)]
    [InlineData(-4, 120, 0)]
    [InlineData(2, 22, 0)]
    [InlineData(3, 243, 9)]
    public void A_print_on_a_bed_is_found_with_its_turn(double degrees, int bed, int lid)
    {
        SeenPart found = Find(Prints.OnBed(30, degrees, bed, lid));

        Assert.True(found.HasBorder);
        Assert.Equal(-degrees, found.Turn, DegreeTolerance);
        Assert.Equal(Prints.Photo.Width, found.Size.Width, EdgeTolerance);
        Assert.Equal(Prints.Photo.Height, found.Size.Height, EdgeTolerance);
        PlanePoint middle = found.ToFull(new PlanePoint(0.5, 0.5));
        Assert.Equal(30 + (Prints.Photo.Width / 2.0), middle.X, EdgeTolerance);
        Assert.Equal(30 + (Prints.Photo.Height / 2.0), middle.Y, EdgeTolerance);
    }

    [Fact]
    public void A_frame_in_a_frame_is_left_out_too() => Assert.Equal(
        new PixelRect(36, 36, Prints.Photo.Width, Prints.Photo.Height),
        Find(Prints.Framed(36, 36, (x, y) => Math.Min(Math.Min(x, Prints.Photo.Width + 71 - x), Math.Min(y, Prints.Photo.Height + 71 - y)) < 20 ? 25 : 248)).Bounds);

    [Fact]
    public void Where_the_photo_is_as_light_as_its_frame_the_side_opposite_tells_the_depth()
    {
        PixelBuffer picture = Prints.Framed(20, 20, (_, _) => 250);
        for (int x = 0; x < picture.Size.Width; x++)
        {
            for (int y = 0; y < 60 + (20 * Math.Sin(x / 12.0)); y++)
                picture.Row(y).Slice(4 * x, 3).Fill(250);
        }

        Assert.Equal(20, Find(picture).Bounds.Y);
    }

    [Fact]
    public void A_large_picture_loses_at_most_a_few_pixels_of_the_photo_and_none_of_its_colour()
    {
        const int Scale = 5;
        PixelBuffer small = Prints.Framed(24, 18, (_, _) => 250);
        PixelBuffer large = Prints.Grey(
            new(small.Size.Width * Scale, small.Size.Height * Scale), (x, y) => Pictures.Get(small, x / Scale, y / Scale).R);

        SeenPart found = Find(large);

        Assert.InRange(found.Bounds.X, 24 * Scale, (24 * Scale) + 4);
        Assert.InRange(found.Bounds.Y, 18 * Scale, (18 * Scale) + 4);
        Assert.InRange(found.Bounds.X - found.Margin, (24 * Scale) - 2, (24 * Scale) + 2);
    }

    [Fact]
    public void Keep_keeps_it() => Assert.True(
        PhotoFinder.Find(Prints.Framed(24, 18, (_, _) => 250), "print", BorderMode.Keep, CancellationToken.None)!.IsWhole);

    private static void AssertFrame(int left, int top, Func<int, int, int> border)
    {
        SeenPart found = Find(Prints.Framed(left, top, border));
        Assert.Equal((true, new PixelRect(left, top, Prints.Photo.Width, Prints.Photo.Height)), (found.HasBorder, found.Bounds));
    }

    private static SeenPart Find(PixelBuffer picture) => PhotoFinder.Find(picture, "print", BorderMode.Auto, CancellationToken.None)!;
}
