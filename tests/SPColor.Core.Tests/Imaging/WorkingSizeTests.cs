using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class WorkingSizeTests
{
    // The worst stretch of one axis against the other for shapes 1:4 … 4:1; measured 1.183, 1.108 and 1.083 (means 1.04 … 1.02).
    private const double GreatestStretch256 = 1.19;
    private const double GreatestStretch384 = 1.11;
    private const double GreatestStretch512 = 1.09;

    // Of the area that is allowed; measured 0.75.
    private const double LeastArea = 0.74;

    private static readonly Gen<int> s_side = Gen.Int[2, 4].Select(i => 128 * i);

    [Fact]
    public void Sides_are_multiples_of_32_and_the_area_is_bounded() =>
        Gen.Select(Gen.Int[1, 40000], Gen.Int[1, 40000], s_side).Sample((width, height, side) =>
        {
            GridSize size = WorkingSize.Fit(new(width, height), side, longMayGrow: false);
            Assert.Equal((0, 0), (size.Width % 32, size.Height % 32));
            Assert.True(size.Width >= 32 && size.Height >= 32 && size.Count <= side * side);
        });

    [Theory]
    [InlineData(1, 1, 256, 256, 256)]
    [InlineData(3000, 2000, 256, 288, 192)]
    [InlineData(2000, 3000, 256, 192, 288)]
    [InlineData(4000, 3000, 256, 288, 224)]
    [InlineData(1920, 1080, 256, 320, 192)]
    [InlineData(4000, 3000, 512, 576, 448)]
    [InlineData(40000, 1, 256, 2048, 32)]
    [InlineData(1, 40000, 512, 32, 8192)]
    public void Known_shapes(int width, int height, int side, int workingWidth, int workingHeight) =>
        Assert.Equal(new GridSize(workingWidth, workingHeight), WorkingSize.Fit(new(width, height), side, longMayGrow: false));

    [Theory]
    [InlineData(256, GreatestStretch256)]
    [InlineData(384, GreatestStretch384)]
    [InlineData(512, GreatestStretch512)]
    public void Ordinary_shapes_are_hardly_distorted(int side, double bound)
    {
        for (int width = 1000; width <= 16000; width += 10)
        {
            GridSize size = WorkingSize.Fit(new(width, 4000), side, longMayGrow: false);
            double stretch = (double)size.Width / size.Height * 4000 / width;
            Assert.InRange(stretch, 1 / bound, bound);
            Assert.True(size.Count >= LeastArea * side * side);
        }
    }

    [Fact]
    public void A_long_picture_that_may_grow_stays_bounded_and_an_ordinary_one_stays_as_it_is() =>
        Gen.Select(Gen.Int[1, 40000], Gen.Int[1, 40000], s_side).Sample((width, height, side) =>
        {
            GridSize size = WorkingSize.Fit(new(width, height), side, longMayGrow: true);
            Assert.Equal((0, 0), (size.Width % 32, size.Height % 32));
            Assert.InRange(size.Count, 32 * 32, WorkingSize.MaxPixels);
            if (Math.Max(width, height) <= 3L * Math.Min(width, height))
                Assert.Equal(WorkingSize.Fit(new(width, height), side, longMayGrow: false), size);
        });

    [Theory]
    [InlineData(3000, 300, 256, 1280, 128)]
    [InlineData(1000, 300, 256, 448, 128)]
    [InlineData(300, 4800, 256, 128, 2048)]
    [InlineData(20000, 40, 256, 8192, 32)]
    public void Long_pictures_keep_their_short_side(int width, int height, int side, int workingWidth, int workingHeight) =>
        Assert.Equal(new GridSize(workingWidth, workingHeight), WorkingSize.Fit(new(width, height), side, longMayGrow: true));

    [Theory]
    [InlineData(0, 5, 256)]
    [InlineData(5, 0, 256)]
    [InlineData(5, 5, 0)]
    [InlineData(5, 5, 250)]
    public void Impossible_sizes_are_refused(int width, int height, int side) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WorkingSize.Fit(new(width, height), side, longMayGrow: false));
}
