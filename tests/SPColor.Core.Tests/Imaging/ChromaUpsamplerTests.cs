using SPColor.Bench.Imaging;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Imaging;

public sealed class ChromaUpsamplerTests
{
    // Slopes of rounding noise, times L*.
    private const float ConstantTolerance = 1e-3f;

    // Measured: ours errs 4 to 15 times less than bilinear and the smoother on charts whose luminance shows the edge.
    private const double LeastGain = 4;

    // Measured 0.37 to 0.40 against 0.50 to 0.54: four units of L* are about the standard deviation that epsilon stands for.
    private const double LeastGainOnWeakEdges = 1.25;

    // A quarter of the step of a* may be off within this distance of the edge (users.md, scenario 5).
    private const double GreatestEdgeBlur = 2;

    // Beyond the colours that the network gave, in percent of the step.
    private const float GreatestOvershoot = 2;

    public static TheoryData<string, int> StrongCharts => new MatrixTheoryData<string, int>(["edge", "disc", "thin lines"], [4, 8, 16]);

    [Theory]
    [MemberData(nameof(StrongCharts))]
    public void Colours_follow_luminance_edges(string name, int factor)
    {
        (double ours, double bilinear, double smoother) = Errors(name, factor);
        Assert.True(ours * LeastGain < bilinear, $"{ours} against {bilinear} bilinear");
        Assert.True(ours * LeastGain < smoother, $"{ours} against {smoother} of the smoother");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    public void Weak_edges_gain_too(int factor)
    {
        (double ours, double bilinear, double smoother) = Errors("weak edge", factor);
        Assert.True(ours * LeastGainOnWeakEdges < bilinear, $"{ours} against {bilinear} bilinear");
        Assert.True(ours * LeastGainOnWeakEdges < smoother, $"{ours} against {smoother} of the smoother");
    }

    [Fact]
    public void A_colour_edge_of_a_wide_picture_lies_on_its_luminance_edge()
    {
        // 128 working columns for 3072, as 256 for 6144; edges at every place within a cell.
        GridSize full = new(3072, 64), working = new(128, 32);
        for (int edge = 1500; edge < 1524; edge++)
        {
            PixelBuffer picture = Pictures.Paint(full, PixelFormat.Bgra8, (x, _) => x < edge ? (70, 70, 70, 255) : (180, 180, 180, 255));
            LabImage guide = WorkingImageReader.Read(picture, working, null, CancellationToken.None);
            float cell = edge / 24f;
            float[] a = [.. Enumerable.Range(0, working.Count).Select(i => 50f - (100f * Math.Clamp(i % 128 + 1 - cell, 0, 1)))];
            (float[] l, float[] sharp) = UpsampleRow(picture, guide, new(working, a, a), 32);
            int wrong = sharp.Where((value, x) => Math.Abs(value - (x < edge ? 50 : -50)) > 25).Count();
            Assert.True(wrong <= GreatestEdgeBlur, $"{wrong} pixels off at an edge at {edge}");
            Assert.InRange(sharp.Max(), 49, 50 + GreatestOvershoot);
            Assert.InRange(sharp.Min(), -50 - GreatestOvershoot, -49);
            Assert.Equal(full.Width, l.Length);
        }
    }

    [Fact]
    public void One_colour_stays_one_colour_whatever_the_luminance()
    {
        PixelBuffer picture = Pictures.Random(new(200, 90), PixelFormat.Rgba8, 2, opaque: true);
        LabImage guide = WorkingImageReader.Read(picture, new(64, 32), null, CancellationToken.None);
        (_, float[] a) = UpsampleRow(picture, guide, Pictures.Uniform(guide.Size, 33, -7), 45);
        Assert.All(a, value => Assert.Equal(33, value, ConstantTolerance));
    }

    [Fact]
    public void No_colour_stays_exactly_none_away_from_colour()
    {
        PixelBuffer picture = Pictures.Random(new(512, 64), PixelFormat.Rgba8, 2, opaque: true);
        LabImage guide = WorkingImageReader.Read(picture, new(128, 32), null, CancellationToken.None);
        float[] half = [.. Enumerable.Range(0, guide.Size.Count).Select(i => i % 128 < 64 ? 80f : 0f)];
        (_, float[] a) = UpsampleRow(picture, guide, new(guide.Size, half, half), 30);

        // Slopes reach 2 · radius cells, and bilinear sampling one more.
        Assert.All(a[((64 + (2 * ChromaUpsampler.DefaultRadius) + 1) * 4)..], value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Colours_of_invisible_cells_do_not_bleed()
    {
        PixelBuffer picture = Pictures.Paint(new(256, 64), PixelFormat.Rgba8, (x, y) => (90 + (y % 9), 90, 90, x < 128 ? 255 : 0));
        LabImage guide = WorkingImageReader.Read(picture, new(64, 32), null, CancellationToken.None);
        float[] a = [.. Enumerable.Range(0, guide.Size.Count).Select(i => i % 64 < 32 ? 20f : -120f)];
        (_, float[] row) = UpsampleRow(picture, guide, new(guide.Size, a, a), 32);
        Assert.All(row[..128], value => Assert.Equal(20, value, ConstantTolerance));
    }

    [Fact]
    public void Planes_that_do_not_fit_are_refused()
    {
        LabImage guide = new(new(64, 32));
        Assert.Throws<ArgumentException>(() => new ChromaUpsampler(Pictures.Uniform(new(32, 64), 0, 0), guide));
        Assert.Throws<ArgumentException>(() => new ChromaUpsampler(new(guide.Size, new float[5], new float[5]), guide));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChromaUpsampler(Pictures.Uniform(guide.Size, 0, 0), guide, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChromaUpsampler(Pictures.Uniform(guide.Size, 0, 0), guide, 1, 0));
    }

    private static (double Ours, double Bilinear, double Smoother) Errors(string name, int factor)
    {
        ColorChart chart = ColorChart.All(new GridSize(64, 48), factor).Single(c => c.Name == name);
        (float[] l, float[] trueA, float[] trueB, LabImage guide, ChromaPlanes chroma) = chart.Render();
        (float[] a, float[] b) = UpsamplerQuality.Guided(
            l, chart.Full, guide, chroma, ChromaUpsampler.DefaultRadius, ChromaUpsampler.DefaultEpsilon);
        (float[] linearA, float[] linearB) = UpsamplerQuality.Bilinear(chart.Full, chroma);
        (float[] smoothA, float[] smoothB) = UpsamplerQuality.Smoothed(l, chart.Full, chroma, 500);
        return (
            UpsamplerQuality.MeanError(a, b, trueA, trueB),
            UpsamplerQuality.MeanError(linearA, linearB, trueA, trueB),
            UpsamplerQuality.MeanError(smoothA, smoothB, trueA, trueB));
    }

    private static (float[] L, float[] A) UpsampleRow(PixelBuffer picture, LabImage guide, ChromaPlanes chroma, int y)
    {
        int width = picture.Size.Width;
        float[] l = new float[width], a = new float[width], b = new float[width];
        SrgbLabConverter.RowToLightness(picture.Row(y), picture.Format, l);
        new ChromaUpsampler(chroma, guide).For(picture.Size).ReadRow(y, l, a, b);
        return (l, a);
    }
}
