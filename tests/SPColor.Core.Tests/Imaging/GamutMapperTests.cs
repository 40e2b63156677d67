using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class GamutMapperTests
{
    // What single precision leaves of a zero channel; in steps of 16 bits less than a third of one.
    private const double GamutTolerance = 8e-6;

    private const double LightnessTolerance = 1e-3;

    // Products of two numbers up to 128 in single precision.
    private const double HueTolerance = 2e-3;

    // The factor is found to 1/65536 of a chroma up to 182.
    private const double ChromaTolerance = 182.0 / 65536 * 2;

    private static readonly Gen<(float L, float A, float B)> s_anyColor =
        Gen.Select(Gen.Float[0, 100], Gen.Float[-128, 128], Gen.Float[-128, 128]);

    [Fact]
    public void Colours_end_inside_srgb_with_their_lightness() => s_anyColor.Sample(color =>
    {
        (float a, float b) = Map(color);
        (double R, double G, double B) linear = LabReference.ToLinear(color.L, a, b);
        foreach (double channel in new[] { linear.R, linear.G, linear.B })
            Assert.InRange(channel, -GamutTolerance, 1 + GamutTolerance + GreySlack(a, b));
        (double l, _, _) = LabReference.FromSrgb(
            LabReference.Encode(linear.R), LabReference.Encode(linear.G), LabReference.Encode(linear.B));
        Assert.Equal(color.L, l, LightnessTolerance);
    });

    [Fact]
    public void Hue_is_kept() => s_anyColor.Sample(color =>
    {
        (float a, float b) = Map(color);
        Assert.Equal(0, ((double)color.A * b) - ((double)color.B * a), HueTolerance);
        Assert.True((a * color.A) + (b * color.B) >= 0);
        Assert.True(Math.Abs(a) <= Math.Abs(color.A) && Math.Abs(b) <= Math.Abs(color.B));
    });

    [Fact]
    public void The_chroma_is_the_largest_that_fits() => s_anyColor.Sample(color =>
    {
        (float a, float b) = Map(color);
        if ((a, b) == (color.A, color.B))
            return;
        double more = (double.Hypot(a, b) + 0.02) / double.Hypot(color.A, color.B);
        (double R, double G, double B) linear = LabReference.ToLinear(color.L, color.A * more, color.B * more);
        Assert.True(Math.Min(linear.R, Math.Min(linear.G, linear.B)) < 0 || Math.Max(linear.R, Math.Max(linear.G, linear.B)) > 1);
    });

    [Fact]
    public void More_chroma_in_never_gives_less_out() => Gen.Select(s_anyColor, Gen.Float[0, 1]).Sample((color, factor) =>
    {
        (float a, float b) = Map(color);
        (float lessA, float lessB) = Map((color.L, color.A * factor, color.B * factor));
        Assert.True(double.Hypot(lessA, lessB) <= double.Hypot(a, b) + ChromaTolerance);
    });

    [Fact]
    public void Colours_of_srgb_stay_bit_for_bit()
    {
        PixelBuffer lattice = Pictures.Paint(new(52 * 52, 52), PixelFormat.Rgba8, (x, y) => (x / 52 * 5, x % 52 * 5, y * 5, 255));
        int width = lattice.Size.Width;
        float[] l = new float[width], a = new float[width], b = new float[width];
        for (int y = 0; y < lattice.Size.Height; y++)
        {
            SrgbLabConverter.RowToLab(lattice.Row(y), lattice.Format, l, a, b);
            float[] mappedA = [.. a], mappedB = [.. b];
            GamutMapper.Map(l, mappedA, mappedB);
            Assert.Equal(a, mappedA);
            Assert.Equal(b, mappedB);
        }
    }

    [Fact]
    public void A_colour_maps_to_the_same_bits_in_vectors_and_in_the_tail()
    {
        Random random = new(5);
        float[] Plane(float low, float high) => [.. Enumerable.Range(0, 61).Select(_ => low + (random.NextSingle() * (high - low)))];
        float[] l = Plane(0, 100), a = Plane(-128, 128), b = Plane(-128, 128);
        (float A, float B)[] single = [.. l.Select((_, i) => Map((l[i], a[i], b[i])))];
        GamutMapper.Map(l, a, b);
        Assert.Equal(single, a.Zip(b));
    }

    // At a* = b* = 0 the published matrix and white, 7e-5 apart, put white just outside sRGB.
    private static double GreySlack(float a, float b) => a == 0 && b == 0 ? 1e-4 : 0;

    private static (float A, float B) Map((float L, float A, float B) color)
    {
        float[] a = [color.A], b = [color.B];
        GamutMapper.Map([color.L], a, b);
        return (a[0], b[0]);
    }
}
