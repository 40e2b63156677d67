using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class SpaceConverterTests
{
    // The reference's matrices have five digits, which the slopes of CIELAB magnify by up to 1000.
    private const double MatrixError = 0.03;

    public static TheoryData<PixelFormat> Formats => [.. Pictures.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Colours_are_those_of_the_primaries_and_the_curve(PixelFormat format)
    {
        (RgbSpace Space, double Gamma, double[] Primaries)[] spaces =
            [(SampleSpaces.Adobe, 2.2, SampleSpaces.AdobePrimaries), (SampleSpaces.Wide, 1.8, SampleSpaces.WidePrimaries)];
        foreach ((RgbSpace space, double gamma, double[] primaries) in spaces)
        {
            // Not too far from grey, so that sRGB holds them and the reference's curve is defined.
            Random random = new(7);
            double top = Pictures.Top(format);
            PixelBuffer row = Pictures.Paint(new(300, 1), format, (_, _) =>
            {
                double grey = 0.3 + (0.4 * random.NextDouble());
                return (Near(), Near(), Near(), 9);
                int Near() => (int)((grey + (0.1 * (random.NextDouble() - 0.5))) * top);
            });
            float[] l = new float[300], a = new float[300], b = new float[300], alone = new float[300];
            SpaceConverter.RowToLab(space, row.Row(0), format, l, a, b);
            SpaceConverter.RowToLightness(space, row.Row(0), format, alone);
            Assert.Equal(l, alone);
            for (int x = 0; x < 300; x++)
            {
                (int red, int green, int blue, _) = Pictures.Get(row, x, 0);
                (double el, double ea, double eb) = SampleSpaces.Lab(gamma, primaries, red / top, green / top, blue / top);
                Assert.Equal(el, l[x], MatrixError);
                Assert.Equal(ea, a[x], MatrixError);
                Assert.Equal(eb, b[x], MatrixError);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_colour_of_the_space_comes_back(PixelFormat format)
    {
        foreach (RgbSpace space in new[] { SampleSpaces.Adobe, SampleSpaces.Of(1, SampleSpaces.AdobePrimaries) })
        {
            PixelBuffer before = Pictures.Random(new(999, 1), format, 3, opaque: true), after = new(before.Size, format);
            before.Bytes.CopyTo(after.Bytes, 0);
            float[] l = new float[999], a = new float[999], b = new float[999];
            SpaceConverter.RowToLab(space, before.Row(0), format, l, a, b);
            SpaceConverter.LabToRow(space, l, a, b, format, after.Row(0));
            double rounding = format == PixelFormat.Rgba16 ? 8 : 1;
            for (int x = 0; x < 999; x++)
            {
                (int red, int green, int blue, _) = Pictures.Get(before, x, 0);
                (int redAgain, int greenAgain, int blueAgain, _) = Pictures.Get(after, x, 0);
                // The darkest of a channel have more steps than single precision tells beside bright other ones.
                if (Math.Min(red, Math.Min(green, blue)) <= Pictures.Top(format) / 8)
                    continue;
                Assert.Equal(red, redAgain, rounding);
                Assert.Equal(green, greenAgain, rounding);
                Assert.Equal(blue, blueAgain, rounding);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Greys_have_no_colour_and_keep_their_numbers(PixelFormat format)
    {
        int top = Pictures.Top(format);
        PixelBuffer greys = Pictures.Paint(new(256, 1), format, (x, _) => (x * (top / 255), x * (top / 255), x * (top / 255), top));
        byte[] before = [.. greys.Bytes];
        float[] l = new float[256], a = new float[256], b = new float[256];
        foreach (RgbSpace space in new[] { SampleSpaces.Adobe, SampleSpaces.Wide })
        {
            SpaceConverter.RowToLab(space, greys.Row(0), format, l, a, b);
            // The published matrix and white differ by 7e-5.
            Assert.All(a.Concat(b), value => Assert.InRange(value, -0.02f, 0.02f));
            SpaceConverter.LabToRow(space, l, new float[256], new float[256], format, greys.Row(0));
            Assert.Equal(before, greys.Bytes);
        }
    }

    [Fact]
    public void SRGB_goes_the_short_way()
    {
        PixelBuffer row = Pictures.Random(new(500, 1), PixelFormat.Rgba8, 5);
        float[][] plain = [new float[500], new float[500], new float[500]], through = [new float[500], new float[500], new float[500]];
        SrgbLabConverter.RowToLab(row.Row(0), row.Format, plain[0], plain[1], plain[2]);
        SpaceConverter.RowToLab(RgbSpace.Srgb, row.Row(0), row.Format, through[0], through[1], through[2]);
        Assert.Equal(plain, through);
    }
}
