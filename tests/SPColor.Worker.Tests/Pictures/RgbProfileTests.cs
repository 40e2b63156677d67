using System.Runtime.InteropServices;
using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class RgbProfileTests
{
    private static readonly double[,] _adobeToXyz = { { 0.6097, 0.2053, 0.1492 }, { 0.3111, 0.6257, 0.0632 }, { 0.0195, 0.0609, 0.7446 } };

    // sRGB's primaries at D50, inverted (IEC 61966-2-1, Bradford).
    private static readonly double[,] _xyzToSrgb = { { 3.1339, -1.6169, -0.4906 }, { -0.9788, 1.9161, 0.0335 }, { 0.0719, -0.2290, 1.4052 } };

    // The matrices above have four digits, which the steep start of the curve magnifies; half a step of 8 bits comes on top.
    private const double MatrixError = 0.0015;

    [Theory]
    [InlineData(PixelFormat.Rgba8, 0.5 / 255)]
    [InlineData(PixelFormat.Rgba16, 0.5 / 65535)]
    public void Adobe_RGB_becomes_sRGB_as_its_primaries_say(PixelFormat format, double rounding)
    {
        double[][] colours = [[0.6, 0.4, 0.4], [0.4, 0.5, 0.45], [0.3, 0.35, 0.5], [0.5, 0.5, 0.5]];
        PixelBuffer pixels = new(new GridSize(colours.Length, 1), format);
        for (int i = 0; i < colours.Length; i++)
            Put(pixels, i, [.. colours[i], 0.2]);
        double[][] stored = [.. Enumerable.Range(0, colours.Length).Select(i => Get(pixels, i))];

        Assert.True(RgbProfile.TryToSrgb(pixels, SampleProfiles.Rgb(), TestContext.Current.CancellationToken));

        for (int i = 0; i < colours.Length; i++)
        {
            double[] converted = Get(pixels, i);
            double[] expected = Convert(stored[i][..3]);
            for (int channel = 0; channel < 3; channel++)
                Assert.Equal(expected[channel], converted[channel], rounding + MatrixError);
            Assert.Equal(stored[i][3], converted[3]);
        }
        Assert.True(Spread(Get(pixels, 0)) > Spread(stored[0]), "red gets more saturated");
    }

    [Fact]
    public void A_picture_of_several_parts_is_converted_to_its_end()
    {
        const int Pixels = (1 << 18) + 3;
        PixelBuffer pixels = new(new GridSize(Pixels, 1), PixelFormat.Rgba8);
        for (int i = 0; i < Pixels; i++)
            Put(pixels, i, [0.6, 0.4, 0.4, 0]);
        Assert.True(RgbProfile.TryToSrgb(pixels, SampleProfiles.Rgb(), TestContext.Current.CancellationToken));
        uint[] all = MemoryMarshal.Cast<byte, uint>(pixels.Bytes.AsSpan()).ToArray();
        Assert.Single(all.Distinct());
        Assert.True(Spread(Get(pixels, Pixels - 1)) > 0.21, "the last pixel was converted");
    }

    [Theory]
    [InlineData(PixelFormat.Rgba8)]
    [InlineData(PixelFormat.Rgba16)]
    public void SRGB_stays_byte_for_byte(PixelFormat format)
    {
        Picture picture = Samples.Picture(9, 7, format, hasAlpha: true);
        byte[] before = (byte[])picture.Pixels.Bytes.Clone();
        Assert.True(RgbProfile.TryToSrgb(picture.Pixels, SampleProfiles.Srgb(), TestContext.Current.CancellationToken));
        Assert.Equal(before, picture.Pixels.Bytes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_profile_that_Skia_cannot_follow_leaves_the_numbers(int kind)
    {
        byte[] profile = kind switch
        {
            0 => SampleProfiles.Empty(),
            1 => SampleProfiles.WithoutCurves(),
            _ => SampleProfiles.Rgb()[..200],
        };
        Picture picture = Samples.Picture(9, 7);
        byte[] before = (byte[])picture.Pixels.Bytes.Clone();
        Assert.False(RgbProfile.TryToSrgb(picture.Pixels, profile, TestContext.Current.CancellationToken));
        Assert.Equal(before, picture.Pixels.Bytes);
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
            Picture picture = Samples.Picture(9, 7, hasAlpha: true);
            bool converted = RgbProfile.TryToSrgb(picture.Pixels, profile[..Math.Min(length, whole.Length)], CancellationToken.None);
            return converted || picture.Pixels.Bytes.AsSpan().SequenceEqual(Samples.Picture(9, 7, hasAlpha: true).Pixels.Bytes);
        });
    }

    [Fact]
    public void It_stops_when_cancelled() => Assert.Throws<OperationCanceledException>(() =>
        RgbProfile.TryToSrgb(Samples.Picture(2, 2).Pixels, SampleProfiles.Rgb(), new CancellationToken(canceled: true)));

    private static double[] Convert(double[] adobe)
    {
        double[] linear = [.. adobe.Select(value => Math.Pow(value, 2.2))];
        return [.. Times(_xyzToSrgb, Times(_adobeToXyz, linear)).Select(value => value <= 0.0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - 0.055)];
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(column => matrix[row, column] * vector[column]))];

    private static double Spread(double[] colour) => colour[..3].Max() - colour[..3].Min();

    private static void Put(PixelBuffer pixels, int at, double[] values)
    {
        for (int channel = 0; channel < 4; channel++)
        {
            if (pixels.Format == PixelFormat.Rgba16)
                MemoryMarshal.Cast<byte, ushort>(pixels.Bytes.AsSpan())[(4 * at) + channel] = (ushort)Math.Round(values[channel] * 65535);
            else
                pixels.Bytes[(4 * at) + channel] = (byte)Math.Round(values[channel] * 255);
        }
    }

    private static double[] Get(PixelBuffer pixels, int at) => pixels.Format == PixelFormat.Rgba16
        ? [.. MemoryMarshal.Cast<byte, ushort>(pixels.Bytes.AsSpan(8 * at, 8)).ToArray().Select(value => value / 65535.0)]
        : [.. pixels.Bytes[(4 * at)..(4 * at + 4)].Select(value => value / 255.0)];
}
