using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

/// <summary>The same photo under sRGB and under other profiles.</summary>
public sealed class FullSizeMergeSpaceTests
{
    private static readonly GridSize s_working = new(64, 32);

    public static TheoryData<string> Spaces => ["adobe", "wide", "linear"];

    [Theory]
    [MemberData(nameof(Spaces))]
    public void A_photo_gets_the_same_colours_under_every_profile(string name)
    {
        RgbSpace space = Space(name);
        (float[] l, float[] a, float[] b) = Colours(Merged(RgbSpace.Srgb, 30, 20));
        (float[] L, float[] A, float[] B) other = Colours(Merged(space, 30, 20));
        for (int x = 0; x < l.Length; x++)
        {
            Assert.Equal(l[x], other.L[x], 0.05f);
            Assert.Equal(a[x], other.A[x], 0.5f);
            Assert.Equal(b[x], other.B[x], 0.5f);
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Colour_outside_sRGB_is_reduced_alike(string name)
    {
        (_, float[] a, float[] b) = Colours(Merged(RgbSpace.Srgb, -200, 200));
        (_, float[] otherA, float[] otherB) = Colours(Merged(Space(name), -200, 200));
        for (int x = 0; x < a.Length; x++)
        {
            Assert.Equal(a[x], otherA[x], 0.5f);
            Assert.Equal(b[x], otherB[x], 0.5f);
        }
    }

    [Theory]
    [MemberData(nameof(Spaces))]
    public void Without_colour_every_grey_number_stays(string name)
    {
        PixelBuffer before = Greys(Space(name)), after = Merged(Space(name), 0, 0);
        Assert.Equal(before.Bytes, after.Bytes);
    }

    [Fact]
    public void A_narrow_space_holds_what_it_can_and_keeps_the_lightness()
    {
        // Half of sRGB's colourfulness: primaries halfway to white.
        double[] srgb = [0.43607, 0.38515, 0.14307, 0.22249, 0.71687, 0.06061, 0.01392, 0.09708, 0.71410];
        double[] white = [0.9642, 1, 0.8249];
        RgbSpace narrow = SampleSpaces.Of(2.2, [.. srgb.Select((v, i) => (v / 2) + (white[i / 3] / 6))]);
        (float[] l, float[] a, _) = Colours(Greys(narrow));
        (float[] after, float[] coloured, _) = Colours(Merged(narrow, 80, 0));
        Assert.True(coloured[128] > a[128] + 5);
        for (int x = 0; x < l.Length; x++)
            Assert.Equal(l[x], after[x], 0.05f);
    }

    private static RgbSpace Space(string name) => name switch
    {
        "adobe" => SampleSpaces.Adobe,
        "wide" => SampleSpaces.Wide,
        _ => SampleSpaces.Of(1, SampleSpaces.AdobePrimaries),
    };

    // 256 tones that look alike in every space: of 16 bits, so that rounding is no part of it.
    private static PixelBuffer Greys(RgbSpace space)
    {
        PixelBuffer greys = Pictures.Paint(new(256, 8), PixelFormat.Rgba16, (x, _) =>
        {
            int level = space.Red.Level((float)LabReference.Linear((x + 8) / 271.0), 65535);
            return (level, level, level, 65535);
        });
        greys.Space = space;
        return greys;
    }

    private static PixelBuffer Merged(RgbSpace space, float a, float b)
    {
        PixelBuffer greys = Greys(space);
        LabImage image = WorkingImageReader.Read(greys, s_working, null, CancellationToken.None);
        new FullSizeMerge(new ChromaUpsampler(Pictures.Uniform(s_working, a, b), image)).Run(greys, greys, null, CancellationToken.None);
        return greys;
    }

    private static (float[] L, float[] A, float[] B) Colours(PixelBuffer picture)
    {
        float[] l = new float[256], a = new float[256], b = new float[256];
        SpaceConverter.RowToLab(picture.Space, picture.Row(3), picture.Format, l, a, b);
        return (l, a, b);
    }
}
