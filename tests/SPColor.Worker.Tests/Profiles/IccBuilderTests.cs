using SkiaSharp;
using SPColor.Worker.Pictures;
using SPColor.Worker.Profiles;

namespace SPColor.Worker.Tests.Profiles;

public class IccBuilderTests
{
    private const float Rounding = 1f / 32768;

    [Fact]
    public void Another_reader_finds_the_primaries_and_the_curve()
    {
        byte[] profile = FollowedSpace.Of("Ours", Chromaticities.AdobeRgb, IccCurve.Power(2.2))!.Profile!;
        Assert.Equal(ProfileKind.Rgb, IccProfile.Kind(profile));
        using SKColorSpace space = SKColorSpace.CreateIcc(profile)!;
        Assert.True(space.GetNumericalTransferFunction(out SKColorSpaceTransferFn curve));
        Assert.Equal(2.2f, curve.G, 1e-3f);
        Assert.True(space.ToColorSpaceXyz(out SKColorSpaceXyz xyz));
        // Adobe RGB (1998), annex B.
        float[] expected = [0.60974f, 0.20528f, 0.14919f, 0.31111f, 0.62567f, 0.06322f, 0.01947f, 0.06087f, 0.74457f];
        for (int i = 0; i < 9; i++)
            Assert.Equal(expected[i], xyz[i % 3, i / 3], 2 * Rounding + 1e-4f);
    }

    [Fact]
    public void It_reads_its_own()
    {
        FollowedSpace built = FollowedSpace.Of("Ours", Chromaticities.Rec2020, IccCurve.Power(1.8))!;
        FollowedSpace read = IccSpace.Read(built.Profile!)!;
        Assert.Same(built.Profile, read.Profile);
        Assert.Equal(built.Space.SrgbTone(100), read.Space.SrgbTone(100));
    }

    [Fact]
    public void The_same_photo_gives_the_same_bytes()
    {
        byte[] Build() => FollowedSpace.Of("Ours", Chromaticities.DisplayP3, IccCurve.Power(1.8))!.Profile!;
        Assert.Equal(Build(), Build());
    }

    [Fact]
    public void SRGB_needs_none() =>
        Assert.Same(FollowedSpace.Srgb, FollowedSpace.Of("sRGB", Chromaticities.Srgb, IccCurve.Sampled(x => x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4))!));
}
