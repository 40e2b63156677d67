using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class GaussianBlurTests
{
    /// <summary>Single precision on values up to 1.</summary>
    private const float Tolerance = 1e-5f;

    /// <summary>scipy.ndimage.gaussian_filter([0, 0, 1, 0, 0, 0, 0, 0, 0, 0], 1.5).</summary>
    [Fact]
    public void A_line_is_blurred_as_scipy_does()
    {
        float[] expected = [0.145336f, 0.220565f, 0.266992f, 0.213057f, 0.109341f, 0.035994f, 0.007597f, 0.001028f, 0.000089f, 0.000000f];
        float[] line = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0];

        Assert.All(expected.Zip(GaussianBlur.Of(line, new GridSize(10, 1), 1.5f)), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        Assert.All(expected.Zip(GaussianBlur.Of(line, new GridSize(1, 10), 1.5f)), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [Fact]
    public void An_even_plane_of_any_size_stays_as_it_is() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 20], Gen.Float[0, 6]).Sample((width, height, sigma) =>
        {
            float[] plane = new float[width * height];
            Array.Fill(plane, 0.8f);
            Assert.All(GaussianBlur.Of(plane, new GridSize(width, height), sigma), value => Assert.Equal(0.8f, value, Tolerance));
        });
}
