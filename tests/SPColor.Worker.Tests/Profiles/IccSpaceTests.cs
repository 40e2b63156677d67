using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;
using SPColor.Worker.Profiles;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Profiles;

public class IccSpaceTests
{
    // The profile's primaries have four digits, which the steep start of the curve magnifies.
    private const double MatrixError = 0.3;

    private static readonly double[] _adobeToXyz = [0.6097, 0.2053, 0.1492, 0.3111, 0.6257, 0.0632, 0.0195, 0.0609, 0.7446];

    // sRGB's primaries at D50, inverted (IEC 61966-2-1, Bradford).
    private static readonly double[] _xyzToSrgb = [3.1339, -1.6169, -0.4906, -0.9788, 1.9161, 0.0335, 0.0719, -0.2290, 1.4052];

    [Fact]
    public void Adobe_RGB_means_what_its_primaries_say()
    {
        byte[] colours = [153, 102, 102, 255, 102, 128, 115, 255, 77, 89, 128, 255, 128, 128, 128, 255];
        PixelBuffer pixels = new(new GridSize(4, 1), PixelFormat.Rgba8) { Space = IccSpace.Read(SampleProfiles.Rgb())!.Space };
        colours.CopyTo(pixels.Bytes, 0);
        LabImage image = WorkingImageReader.Read(pixels, pixels.Size, null, TestContext.Current.CancellationToken);
        for (int i = 0; i < 4; i++)
        {
            double[] linear = [.. colours.Skip(4 * i).Take(3).Select(value => Math.Pow(value / 255.0, 563 / 256.0))];
            double[] srgb = [.. Times(_xyzToSrgb, Times(_adobeToXyz, linear)).Select(v => v <= 0.0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055)];
            PixelBuffer twin = new(new GridSize(1, 1), PixelFormat.Rgba16);
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(twin.Bytes.AsSpan())[3] = 65535;
            for (int channel = 0; channel < 3; channel++)
                System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(twin.Bytes.AsSpan())[channel] = (ushort)Math.Round(srgb[channel] * 65535);
            LabImage expected = WorkingImageReader.Read(twin, twin.Size, null, TestContext.Current.CancellationToken);
            Assert.Equal(expected.L[0], image.L[i], MatrixError);
            Assert.Equal(expected.A[0], image.A[i], MatrixError);
            Assert.Equal(expected.B[0], image.B[i], MatrixError);
        }
    }

    [Fact]
    public void A_profile_of_sRGB_is_kept_and_goes_the_short_way()
    {
        FollowedSpace read = IccSpace.Read(SampleProfiles.Srgb())!;
        Assert.True(read.Space.IsSrgb);
        Assert.Equal(SampleProfiles.Srgb(), read.Profile);
    }

    [Fact]
    public void Every_channel_has_its_own_curve()
    {
        RgbSpace space = IccSpace.Read(SampleProfiles.WithCurves(SampleProfiles.Gamma(1), SampleProfiles.Gamma(2), SampleProfiles.Gamma(3)))!.Space;
        Assert.Equal(0.502f, space.Red.Linear8[128], 0.001f);
        Assert.Equal(0.252f, space.Green.Linear8[128], 0.001f);
        Assert.Equal(0.126f, space.Blue.Linear8[128], 0.001f);
    }

    [Fact]
    public void A_profile_too_long_for_JPEG_is_said_shorter()
    {
        FollowedSpace read = IccSpace.Read(SampleProfiles.Rgb(padding: IccProfile.MaxLength))!;
        Assert.InRange(read.Profile!.Length, 200, 2000);
        Assert.Equal(read.Space.SrgbTone(77), IccSpace.Read(read.Profile)!.Space.SrgbTone(77));
    }

    [Fact]
    public void A_grey_scan_keeps_its_numbers_and_its_curve()
    {
        Picture scan = Samples.Loaded(Samples.Saved(Samples.Picture(9, 7, PixelFormat.Rgba16, metadata: new(SampleProfiles.Grey(1.0))), ".png"));
        Assert.Equal(Samples.Picture(9, 7, PixelFormat.Rgba16).Pixels.Bytes, scan.Pixels.Bytes);
        // Linear 0.5 is sRGB 188.
        Assert.Equal(188, scan.Pixels.Space.SrgbTone(128));
        Assert.Equal(188, IccSpace.Read(scan.Metadata.IccProfile!)!.Space.SrgbTone(128));
    }

    [Fact]
    public void A_profile_that_cannot_be_followed_is_told_and_not_passed_on()
    {
        byte[][] profiles = [SampleProfiles.Empty(), SampleProfiles.WithoutCurves(), SampleProfiles.Rgb()[..200], "no profile at all"u8.ToArray()];
        foreach (byte[] profile in profiles)
        {
            Picture picture = Samples.Loaded(Samples.Saved(Samples.Picture(3, 3, metadata: new(profile)), ".png"));
            Assert.True(picture.Pixels.Space.IsSrgb);
            Assert.Null(picture.Metadata.IccProfile);
            Assert.Equal("what it says about its colours", picture.Unread);
            Assert.Contains("its colour profile cannot be followed", Assert.Single(picture.Notes), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_profile_is_survived()
    {
        byte[] whole = SampleProfiles.Rgb();
        Gen<(int At, byte Value)> change = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte);
        Gen.Select(change, change, Gen.Int[0, 3 * whole.Length]).Sample((first, second, length) =>
        {
            byte[] profile = (byte[])whole.Clone();
            (profile[first.At], profile[second.At]) = (first.Value, second.Value);
            return IccSpace.Read(profile[..Math.Min(length, whole.Length)]) is not { } read || read.Space.SrgbTone(255) >= read.Space.SrgbTone(0);
        });
    }

    private static double[] Times(double[] m, double[] v) =>
        [.. Enumerable.Range(0, 3).Select(row => (m[3 * row] * v[0]) + (m[(3 * row) + 1] * v[1]) + (m[(3 * row) + 2] * v[2]))];
}
