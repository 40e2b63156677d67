using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class RgbSpaceTests
{
    [Fact]
    public void What_cannot_be_told_from_sRGB_is_sRGB()
    {
        ToneCurve curve = ToneCurve.Create(x => LabReference.Linear(x) * 0.9999)!;
        double[] fourDigits = [0.4361, 0.3851, 0.1431, 0.2225, 0.7169, 0.0606, 0.0139, 0.0971, 0.7141];
        Assert.Same(RgbSpace.Srgb, RgbSpace.Create(curve, curve, curve, fourDigits));
        Assert.False(SampleSpaces.Adobe.IsSrgb);
        Assert.False(SampleSpaces.Of(2.2, fourDigits).IsSrgb);
    }

    [Fact]
    public void Primaries_on_a_line_span_no_space()
    {
        ToneCurve curve = ToneCurve.Srgb;
        Assert.Null(RgbSpace.Create(curve, curve, curve, new double[9]));
        Assert.Null(RgbSpace.Create(curve, curve, curve, [0.4, 0.4, 0.1, 0.2, 0.2, 0.1, 0.1, 0.1, 0.7]));
        Assert.Null(RgbSpace.Create(curve, curve, curve, [double.NaN, 0.2, 0.1, 0.3, 0.6, 0.1, 0, 0.1, 0.7]));
    }

    [Fact]
    public void Tones_are_told_as_sRGB_would_store_them()
    {
        RgbSpace linear = SampleSpaces.Of(1, SampleSpaces.AdobePrimaries);
        // Half the light is sRGB 188.
        Assert.Equal(188, linear.SrgbTone(128));
        Assert.Equal(255, linear.SrgbTone(255));
        Assert.Equal(128, RgbSpace.Srgb.SrgbTone(128));
    }
}
