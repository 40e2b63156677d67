using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class PlaneResamplerTests
{
    /// <summary>Single precision on values up to 100.</summary>
    private const float Tolerance = 1e-3f;

    [Fact]
    public void Bilinear_is_half_pixel_with_repeated_edges()
    {
        float[] actual = new float[8];

        PlaneResampler.Bilinear([0f, 8f], new GridSize(2, 1), actual, new GridSize(8, 1));

        Assert.Equal([0f, 0f, 1f, 3f, 5f, 7f, 8f, 8f], actual);
    }

    [Fact]
    public void Bilinear_keeps_planes_that_are_linear_away_from_the_edges() =>
        Gen.Select(Gen.Int[2, 9], Gen.Int[2, 9], Gen.Int[1, 4], Gen.Float[-5, 5], Gen.Float[-5, 5]).Sample((width, height, factor, slopeX, slopeY) =>
        {
            var source = new GridSize(width, height);
            var target = new GridSize(width * factor, height * factor);
            float[] plane = [.. Enumerable.Range(0, source.Count).Select(i => (slopeX * (i % width)) + (slopeY * (i / width)))];
            float[] actual = new float[target.Count];
            PlaneResampler.Bilinear(plane, source, actual, target);
            float Place(int i, int cells) => Math.Clamp(((i + 0.5f) / factor) - 0.5f, 0, cells - 1);
            for (int i = 0; i < actual.Length; i++)
                Assert.Equal((slopeX * Place(i % target.Width, width)) + (slopeY * Place(i / target.Width, height)), actual[i], Tolerance);
        });

    [Fact]
    public void Nearest_makes_blocks()
    {
        float[] actual = new float[8];

        PlaneResampler.Nearest([1f, 2f], new GridSize(2, 1), actual, new GridSize(4, 2));

        Assert.Equal([1f, 1f, 2f, 2f, 1f, 1f, 2f, 2f], actual);
    }
}
