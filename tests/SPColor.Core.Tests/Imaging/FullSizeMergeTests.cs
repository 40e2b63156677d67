using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Imaging;

public sealed class FullSizeMergeTests
{
    private static readonly GridSize s_working = new(64, 32);

    public static TheoryData<PixelFormat> Formats => [.. Pictures.Formats];

    public static TheoryData<PixelFormat, int, int> Shapes
    {
        get
        {
            TheoryData<PixelFormat, int, int> data = [];
            foreach (PixelFormat format in Pictures.Formats)
            {
                foreach ((int width, int height) in new[] { (1, 1), (1, 5000), (5000, 1), (20, 15), (300, 170) })
                    data.Add(format, width, height);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Lightness_and_alpha_are_the_sources_own(PixelFormat format, int width, int height)
    {
        foreach (bool grey in new[] { true, false })
        {
            PixelBuffer source = Pictures.Random(new(width, height), format, 5, grey);
            PixelBuffer result = Merge(source, Pictures.Wild(s_working, 6), 1);
            Assert.True(GreatestLightnessChange(source, result) <= 1);
            for (int i = 0; i < width * height; i++)
            {
                (int x, int y) = (i % width, i / width);
                Assert.Equal(Pictures.Get(source, x, y).Alpha, Pictures.Get(result, x, y).Alpha);
                if (Pictures.Get(source, x, y).Alpha == 0)
                    Assert.Equal(Pictures.Get(source, x, y), Pictures.Get(result, x, y));
            }
        }
    }

    [Fact]
    public void All_greys_keep_their_lightness_under_any_colour() =>
        Gen.Select(Gen.Float[-300, 300], Gen.Float[-300, 300], Gen.Float[0, 1]).Sample(
            (a, b, strength) =>
            {
                PixelBuffer greys = Greys(PixelFormat.Bgra8);
                Assert.True(GreatestLightnessChange(greys, Merge(greys, Pictures.Uniform(s_working, a, b), strength)) <= 1);
            },
            iter: 60);

    [Fact]
    public void The_colour_is_the_one_that_was_asked_for()
    {
        // Within sRGB at this luminance; a step of 8 bits is about 0.4 units.
        const double ColorTolerance = 0.6;
        PixelBuffer source = Pictures.Paint(new(90, 60), PixelFormat.Rgba8, (_, _) => (130, 130, 130, 255));
        foreach (float strength in new[] { 0.25f, 0.5f, 1f })
        {
            PixelBuffer result = Merge(source, Pictures.Uniform(s_working, 30, -20), strength);
            (double l, double a, double b) = Pictures.Lab(result, 44, 30);
            Assert.Equal(Pictures.Lab(source, 44, 30).L, l, ColorTolerance);
            Assert.Equal(30 * strength, a, ColorTolerance);
            Assert.Equal(-20 * strength, b, ColorTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Strength_0_gives_the_grey_picture_of_a_sepia_scan(PixelFormat format)
    {
        int top = Pictures.Top(format);
        PixelBuffer sepia = Pictures.Paint(
            new(200, 40), format, (x, y) => ((x + y) * top / 240, (x + y) * top / 270, (x + y) * top / 340, top));
        PixelBuffer result = Merge(sepia, Pictures.Wild(s_working, 1), 0);
        Assert.True(GreatestLightnessChange(sepia, result) <= 1);
        for (int x = 0; x < 200; x++)
        {
            (int r, int g, int b, _) = Pictures.Get(result, x, 20);
            Assert.Equal((r, r, r), (r, g, b));
        }
    }

    [Fact]
    public void A_cast_does_not_survive()
    {
        // Byte steps of two pictures whose luminances differ by rounding.
        const double DeltaETolerance = 2;
        PixelBuffer sepia = Pictures.Paint(
            new(200, 100), PixelFormat.Bgra8, (x, y) => (60 + (x / 2), 50 + (x / 2), 30 + (x / 2) - (y / 10), 255));
        PixelBuffer grey = Merge(sepia, Pictures.Uniform(s_working, 0, 0), 0);
        ChromaPlanes smooth = new(
            s_working,
            [.. Enumerable.Range(0, s_working.Count).Select(i => (i % 64) - 32f)],
            [.. Enumerable.Range(0, s_working.Count).Select(i => (i / 64) - 16f)]);
        PixelBuffer fromSepia = Merge(sepia, smooth, 1), fromGrey = Merge(grey, smooth, 1);
        for (int i = 0; i < 200 * 100; i++)
        {
            (double l, double a, double b) = Pictures.Lab(fromSepia, i % 200, i / 200);
            (double l2, double a2, double b2) = Pictures.Lab(fromGrey, i % 200, i / 200);
            Assert.True(Math.Sqrt(Math.Pow(l - l2, 2) + Math.Pow(a - a2, 2) + Math.Pow(b - b2, 2)) <= DeltaETolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_colour_leaves_a_grey_picture_byte_for_byte(PixelFormat format)
    {
        PixelBuffer source = Pictures.Random(new(150, 40), format, 2, grey: true);
        Assert.Equal(source.Bytes, Merge(source, Pictures.Uniform(s_working, 0, 0), 1).Bytes);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void In_place_and_any_number_of_threads_give_the_same_bytes(PixelFormat format)
    {
        PixelBuffer source = Pictures.Random(new(333, 200), format, 9);
        ChromaUpsampler upsampler = Upsampler(source, Pictures.Wild(s_working, 3));
        PixelBuffer alone = new(source.Size, format), many = new(source.Size, format);
        Run(new FullSizeMerge(upsampler) { MaxDegreeOfParallelism = 1 }, source, alone);
        Run(new FullSizeMerge(upsampler) { MaxDegreeOfParallelism = 8 }, source, many);
        Run(new FullSizeMerge(upsampler), source, source);
        Assert.Equal(alone.Bytes, many.Bytes);
        Assert.Equal(alone.Bytes, source.Bytes);
    }

    [Fact]
    public void A_smooth_gradient_of_colour_comes_out_smooth()
    {
        // Over constant luminance a* rises evenly; in the result red must never fall, or blocks would show.
        PixelBuffer source = Pictures.Paint(new(3000, 70), PixelFormat.Rgba16, (_, _) => (30000, 30000, 30000, 65535));
        float[] rising = [.. Enumerable.Range(0, s_working.Count).Select(i => (i % 64) / 2f)];
        PixelBuffer result = Merge(source, new(s_working, rising, new float[s_working.Count]), 1);
        for (int y = 0; y < 70; y += 23)
        {
            for (int x = 1; x < 3000; x++)
                Assert.True(Pictures.Get(result, x, y).R >= Pictures.Get(result, x - 1, y).R);
        }

        for (int x = 0; x < 3000; x += 37)
            Assert.Single(Enumerable.Range(0, 70).Select(y => Pictures.Get(result, x, y)).Distinct());
    }

    [Fact]
    public void Cancelling_from_progress_stops_the_merge()
    {
        using CancellationTokenSource stop = new();
        PixelBuffer source = Pictures.Random(new(40, 4000), PixelFormat.Bgra8, 1);
        float last = 0;
        CallbackProgress progress = new(done =>
        {
            last = done;
            if (done > 0.3f)
                stop.Cancel();
        });
        FullSizeMerge merge = new(Upsampler(source, Pictures.Wild(s_working, 3))) { MaxDegreeOfParallelism = 1 };
        Assert.ThrowsAny<OperationCanceledException>(() => merge.Run(source, source, progress, stop.Token));
        Assert.InRange(last, 0.3f, 0.4f);
    }

    [Fact]
    public void Progress_never_falls_and_ends_at_one()
    {
        PixelBuffer source = Pictures.Random(new(50, 500), PixelFormat.Bgra8, 1);
        List<float> reports = [];
        FullSizeMerge merge = new(Upsampler(source, Pictures.Wild(s_working, 3)));
        merge.Run(source, source, new CallbackProgress(reports.Add), CancellationToken.None);
        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1f, reports[^1]);
    }

    [Fact]
    public void Failures_of_the_source_arrive_as_they_are()
    {
        PixelBuffer picture = Pictures.Random(new(50, 50), PixelFormat.Bgra8, 1);
        FullSizeMerge merge = new(Upsampler(picture, Pictures.Wild(s_working, 3)));
        Assert.Throws<SPColorException>(() => Run(merge, new BrokenSource(picture), picture));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void Strength_outside_0_to_1_is_refused(float strength)
    {
        ChromaUpsampler upsampler = new(Pictures.Uniform(s_working, 0, 0), new LabImage(s_working));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FullSizeMerge(upsampler) { Strength = strength });
    }

    private static PixelBuffer Greys(PixelFormat format) => Pictures.Paint(new(256, 8), format, (x, _) => (x, x, x, 255));

    private static ChromaUpsampler Upsampler(PixelBuffer source, ChromaPlanes chroma) =>
        new(chroma, WorkingImageReader.Read(source, chroma.Size, null, CancellationToken.None));

    private static PixelBuffer Merge(PixelBuffer source, ChromaPlanes chroma, float strength)
    {
        PixelBuffer result = new(source.Size, source.Format);
        Run(new FullSizeMerge(Upsampler(source, chroma)) { Strength = strength }, source, result);
        return result;
    }

    private static void Run(FullSizeMerge merge, IPixelSource source, IPixelSink sink) =>
        merge.Run(source, sink, null, CancellationToken.None);

    private static double GreatestLightnessChange(PixelBuffer before, PixelBuffer after) =>
        Enumerable.Range(0, before.Size.Count).Max(i =>
        {
            (int x, int y) = (i % before.Size.Width, i / before.Size.Width);
            return Math.Abs(Math.Round(Pictures.Lab(before, x, y).L) - Math.Round(Pictures.Lab(after, x, y).L));
        });

    private sealed class BrokenSource(PixelBuffer picture) : IPixelSource
    {
        public GridSize Size => picture.Size;

        public PixelFormat Format => picture.Format;

        public void ReadRow(int y, Span<byte> row) => throw new SPColorException("scan.tif, row 3: the file ends early; copy it again.");
    }
}
