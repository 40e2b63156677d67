using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class SrgbLabConverterTests
{
    // Single precision: f() is about 1 with 1e-7 of error, times 500.
    private const double LabTolerance = 3e-4;

    // Beside the half step of rounding: single precision leaves about 3e-7 of the range, which is 0.02 of a 16-bit step.
    private const double StepTolerance8 = 1e-3;
    private const double StepTolerance16 = 0.1;

    public static TheoryData<PixelFormat> Formats => [.. Pictures.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lab_matches_the_double_reference_on_a_lattice_and_all_greys(PixelFormat format)
    {
        int top = Pictures.Top(format);
        int Level(int i) => (int)((long)i * top / 15);
        PixelBuffer lattice = Pictures.Paint(new(256, 16), format, (x, y) => (Level(x / 16), Level(x % 16), Level(y), top));
        PixelBuffer greys = Pictures.Paint(new(256, 1), format, (x, _) => (x * top / 255, x * top / 255, x * top / 255, 0));
        foreach (PixelBuffer picture in new[] { lattice, greys, Pictures.Random(new(1031, 3), format, 7) })
            AssertMatchesReference(picture);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Lightness_alone_is_the_same_bits(PixelFormat format)
    {
        PixelBuffer picture = Pictures.Random(new(1000, 1), format, 3);
        float[] l = new float[1000], a = new float[1000], b = new float[1000], alone = new float[1000];
        SrgbLabConverter.RowToLab(picture.Row(0), format, l, a, b);
        SrgbLabConverter.RowToLightness(picture.Row(0), format, alone);
        Assert.Equal(l, alone);
    }

    [Theory]
    [InlineData(PixelFormat.Bgra8)]
    [InlineData(PixelFormat.Rgba8)]
    public void Eight_bit_colours_survive_the_round_trip(PixelFormat format)
    {
        // 0, 5, … 255 in each channel, and every grey.
        PixelBuffer lattice = Pictures.Paint(new(52 * 52, 52), format, (x, y) => (x / 52 * 5, x % 52 * 5, y * 5, x % 256));
        PixelBuffer greys = Pictures.Paint(new(256, 1), format, (x, _) => (x, x, x, 255 - x));
        Assert.Equal(lattice.Bytes, RoundTrip(lattice).Bytes);
        Assert.Equal(greys.Bytes, RoundTrip(greys).Bytes);
    }

    [Fact]
    public void All_16_bit_greys_survive_the_round_trip()
    {
        PixelBuffer greys = Pictures.Paint(new(65536, 1), PixelFormat.Rgba16, (x, _) => (x, x, x, 65535 - x));
        Assert.Equal(greys.Bytes, RoundTrip(greys).Bytes);
    }

    [Theory]
    [InlineData(PixelFormat.Rgba8, StepTolerance8)]
    [InlineData(PixelFormat.Rgba16, StepTolerance16)]
    public void Channels_are_rounded_to_the_nearest_step(PixelFormat format, double tolerance)
    {
        // Includes colours outside sRGB, whose channels are clamped.
        Gen.Select(Gen.Float[0, 100], Gen.Float[-128, 128], Gen.Float[-128, 128]).Sample((l, a, b) =>
        {
            if (a == 0 && b == 0)
                return; // Equal channels instead, see below.
            PixelBuffer pixel = new(new(1, 1), format);
            SrgbLabConverter.LabToRow([l], [a], [b], format, pixel.Row(0));
            (double R, double G, double B) truth = LabReference.ToLinear(l, a, b);
            (int r, int g, int blue, _) = Pictures.Get(pixel, 0, 0);
            int top = Pictures.Top(format);
            Assert.Equal(LabReference.Encode(truth.R) * top, r, 0.5 + tolerance);
            Assert.Equal(LabReference.Encode(truth.G) * top, g, 0.5 + tolerance);
            Assert.Equal(LabReference.Encode(truth.B) * top, blue, 0.5 + tolerance);
        });
    }

    [Fact]
    public void No_chroma_gives_equal_channels_and_alpha_stays()
    {
        float[] l = [.. Enumerable.Range(0, 1001).Select(i => i / 10f)];
        PixelBuffer picture = Pictures.Paint(new(1001, 1), PixelFormat.Rgba16, (x, _) => (1, 2, 3, x));
        SrgbLabConverter.LabToRow(l, new float[1001], new float[1001], PixelFormat.Rgba16, picture.Row(0));
        for (int x = 0; x < 1001; x++)
        {
            (int r, int g, int b, int alpha) = Pictures.Get(picture, x, 0);
            Assert.Equal((r, r, r, x), (r, g, b, alpha));
        }
    }

    [Fact]
    public void A_pixel_converts_to_the_same_bits_wherever_it_lies()
    {
        PixelBuffer row = Pictures.Random(new(131, 1), PixelFormat.Bgra8, 11);
        float[] l = new float[131], a = new float[131], b = new float[131];
        SrgbLabConverter.RowToLab(row.Row(0), row.Format, l, a, b);
        for (int x = 0; x < 131; x++)
        {
            float[] one = new float[3];
            SrgbLabConverter.RowToLab(row.Row(0).Slice(4 * x, 4), row.Format, one.AsSpan(0, 1), one.AsSpan(1, 1), one.AsSpan(2, 1));
            Assert.Equal([l[x], a[x], b[x]], one);
        }
    }

    private static PixelBuffer RoundTrip(PixelBuffer picture)
    {
        int width = picture.Size.Width;
        float[] l = new float[width], a = new float[width], b = new float[width];
        PixelBuffer back = Pictures.Paint(picture.Size, picture.Format, (x, y) => (0, 0, 0, Pictures.Get(picture, x, y).Alpha));
        for (int y = 0; y < picture.Size.Height; y++)
        {
            SrgbLabConverter.RowToLab(picture.Row(y), picture.Format, l, a, b);
            SrgbLabConverter.LabToRow(l, a, b, picture.Format, back.Row(y));
        }

        return back;
    }

    private static void AssertMatchesReference(PixelBuffer picture)
    {
        int width = picture.Size.Width;
        float[] l = new float[width], a = new float[width], b = new float[width];
        for (int y = 0; y < picture.Size.Height; y++)
        {
            SrgbLabConverter.RowToLab(picture.Row(y), picture.Format, l, a, b);
            for (int x = 0; x < width; x++)
            {
                (double L, double A, double B) truth = Pictures.Lab(picture, x, y);
                Assert.Equal(truth.L, l[x], LabTolerance);
                Assert.Equal(truth.A, a[x], LabTolerance);
                Assert.Equal(truth.B, b[x], LabTolerance);
            }
        }
    }
}
