using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class ToneCurveTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(1.8)]
    [InlineData(2.2)]
    [InlineData(2.6)]
    public void Every_number_comes_back(double gamma)
    {
        ToneCurve curve = ToneCurve.Create(x => Math.Pow(x, gamma))!;
        for (int i = 0; i <= 65535; i++)
            Assert.Equal(i, curve.Level(curve.Linear16[i], 65535));
        for (int i = 0; i <= 255; i++)
        {
            Assert.Equal((float)Math.Pow(i / 255.0, gamma), curve.Linear8[i], 1e-7f);
            Assert.Equal(i, curve.Level(curve.Linear8[i], 255));
        }
    }

    [Fact]
    public void Light_between_two_numbers_goes_to_the_nearer_one()
    {
        ToneCurve curve = ToneCurve.Create(x => x)!;
        Assert.Equal(100, curve.Level(100.4f / 255, 255));
        Assert.Equal(101, curve.Level(100.6f / 255, 255));
    }

    [Theory]
    [InlineData(-1f, 0)]
    [InlineData(0f, 0)]
    [InlineData(float.NaN, 0)]
    [InlineData(1f, 255)]
    [InlineData(7f, 255)]
    public void Light_outside_is_clamped(float linear, int level) => Assert.Equal(level, ToneCurve.Srgb.Level(linear, 255));

    [Fact]
    public void Flat_ends_stay_black_and_white()
    {
        ToneCurve curve = ToneCurve.Create(x => Math.Clamp((x - 0.1) / 0.8, 0, 1))!;
        Assert.Equal(0, curve.Level(0, 65535));
        Assert.Equal(65535, curve.Level(1, 65535));
        Assert.Equal(0.5 * 65535, curve.Level(0.5f, 65535), 1.0);
    }

    [Fact]
    public void A_curve_that_falls_or_stays_flat_is_none()
    {
        Assert.Null(ToneCurve.Create(x => 1 - x));
        Assert.Null(ToneCurve.Create(_ => 0.5));
        Assert.Null(ToneCurve.Create(_ => double.NaN));
    }
}
