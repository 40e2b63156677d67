using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

public sealed class EdgeTrueAreasTests
{
    private const int Stride = 4, Dark = 3, Bright = 7, Areas = 9;

    /// <summary>Of the pixels that cell-sized steps put on the wrong side of an oblique edge, edge-true areas may leave this much.</summary>
    private const double LeftOver = 0.2;

    private static readonly GridSize _size = new(128, 96), _cells = _size.AtStride(Stride);

    private static readonly ClassPrior _prior = Priors.Of([1, 0, 0, 1], 2) with { Edges = new AreaEdges(3, 100, 0.002f), Membership = 0.01f };

    [Fact]
    public void Areas_end_at_an_oblique_edge()
    {
        LabImage chart = Chart();
        ClassMap map = Find(Blurred(chart), chart);
        ClassMap steps = map with { Pixels = null };

        int wrong = Wrong(map.Pixels!, chart), wrongSteps = Wrong(steps.Finest(), chart);

        Assert.True(wrongSteps > 100, $"{wrongSteps} pixels");
        Assert.True(wrong < LeftOver * wrongSteps, $"{wrong} of {wrongSteps} pixels");
    }

    [Fact]
    public void Each_cell_takes_the_majority_of_its_pixels_and_is_as_sure_as_before_where_nothing_changed()
    {
        LabImage chart = Chart();
        float[][] probability = Blurred(chart);
        ClassMap map = Find(probability, chart);
        int changed = 0;
        for (int cell = 0; cell < map.Ids.Length; cell++)
        {
            int[] ids = [.. Enumerable.Range(0, _size.Count).Where(pixel => _size.CellOf(pixel, _cells) == cell).Select(pixel => map.Pixels![pixel])];
            int most = ids.GroupBy(id => id).Max(group => group.Count());
            Assert.Equal(most, ids.Count(id => id == map.Ids[cell]));
            bool same = map.Ids[cell] == (probability[Bright][cell] > probability[Dark][cell] ? Bright : Dark);
            changed += same ? 0 : 1;
            if (same)
                Assert.Equal(probability[map.Ids[cell]][cell], map.Confidence[cell]);
            else
                Assert.InRange(map.Confidence[cell], probability[map.Ids[cell]][cell], 1f);
        }

        Assert.True(changed > 0, "no cell changed");

        Assert.Contains(Dark, map.Second!);
        Assert.All(map.Ids.Zip(map.Second!), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Fact]
    public void Islands_go_to_their_surroundings()
    {
        LabImage chart = Chart();
        float[][] probability = Blurred(chart);
        int small = (3 * _cells.Width) + 3;
        (probability[Dark][small], probability[Bright][small], probability[0][small]) = (0, 0, 1);
        // A bump of luminance keeps the smoother from taking the island first.
        for (int pixel = 0; pixel < _size.Count; pixel++)
            chart.L[pixel] = _size.CellOf(pixel, _cells) == small ? 98 : chart.L[pixel];

        ClassMap with = Find(probability, chart, _prior with { Edges = _prior.Edges! with { Islands = 0.0005f } });
        ClassMap without = Find(probability, chart);

        Assert.Equal(0, with.Ids[small]);
        Assert.Equal(Dark, without.Ids[small]);
        Assert.DoesNotContain((byte)0, without.Pixels!.Ids);
    }

    [Fact]
    public void Transparent_pixels_belong_to_no_area_and_every_area_has_a_cell()
    {
        LabImage chart = Chart();
        for (int pixel = 0; pixel < _size.Count; pixel++)
            chart.Coverage[pixel] = pixel % _size.Width < 63 ? 0 : 1;
        float[] coverage = [.. Enumerable.Range(0, _cells.Count).Select(cell => cell % _cells.Width < 15 ? 0 : cell % _cells.Width == 15 ? 0.25f : 1)];

        ClassMap map = EdgeTrueAreas.Find(Blurred(chart), _cells, chart, coverage, _prior);

        Assert.All(Enumerable.Range(0, _size.Count), pixel => Assert.Equal(chart.Coverage[pixel] == 0, map.Pixels![pixel] == ClassMap.None));
        Assert.All(Enumerable.Range(0, _cells.Count), cell => Assert.Equal(coverage[cell] < 0.5f, map.Ids[cell] == ClassMap.None));
        Assert.Equal(map.Ids.Where(id => id >= 0).Distinct().Order(), map.Pixels!.Ids.Where(id => id != AreaPlane.NoArea).Select(id => (int)id).Distinct().Order());
    }

    [Fact]
    public void A_wholly_transparent_picture_has_no_area()
    {
        LabImage chart = Chart();
        Array.Clear(chart.Coverage);
        ClassMap map = EdgeTrueAreas.Find(Blurred(chart), _cells, chart, new float[_cells.Count], _prior);
        Assert.All(map.Ids, id => Assert.Equal(ClassMap.None, id));
        Assert.All(map.Pixels!.Ids, id => Assert.Equal(AreaPlane.NoArea, id));
    }

    [Fact]
    public async Task One_thread_and_many_give_the_same_bits()
    {
        LabImage chart = Chart();
        float[][] probability = Blurred(chart);
        ClassMap many = Find(probability, chart);
        TaskScheduler oneByOne = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, 1).ExclusiveScheduler;

        ClassMap one = await Task.Factory.StartNew(() => Find(probability, chart), CancellationToken.None, TaskCreationOptions.None, oneByOne);

        Assert.Equal(many.Pixels!.Ids, one.Pixels!.Ids);
        Assert.Equal(many.Confidence, one.Confidence);
        Assert.Equal(many.Second, one.Second);
    }

    /// <summary>Dark above an oblique edge, bright below; texture of ±2.</summary>
    private static LabImage Chart()
    {
        LabImage chart = new(_size);
        Random random = new(5);
        for (int pixel = 0; pixel < _size.Count; pixel++)
            chart.L[pixel] = (IsBright(pixel) ? 70 : 40) + (4 * random.NextSingle()) - 2;
        return chart;
    }

    private static bool IsBright(int pixel) => (pixel / _size.Width) > 20 + (0.43 * (pixel % _size.Width));

    /// <summary>What a coarse network says: the share of bright pixels in 5×5 cells, a little of it for a third class.</summary>
    private static float[][] Blurred(LabImage chart)
    {
        float[] share = new float[_cells.Count];
        for (int pixel = 0; pixel < _size.Count; pixel++)
            share[_size.CellOf(pixel, _cells)] += IsBright(pixel) ? 1f / (Stride * Stride) : 0;
        float[] blurred = BoxSum.Of(share, _cells, 2), count = BoxSum.Of([.. share.Select(_ => 1f)], _cells, 2);
        float[][] planes = [.. Enumerable.Range(0, Areas).Select(_ => new float[_cells.Count])];
        for (int cell = 0; cell < share.Length; cell++)
        {
            float bright = 0.95f * blurred[cell] / count[cell];
            (planes[Bright][cell], planes[Dark][cell], planes[0][cell]) = (bright, 0.95f - bright, 0.05f);
        }

        Assert.Equal(_size, chart.Size);
        return planes;
    }

    private static ClassMap Find(float[][] probability, LabImage chart, ClassPrior? prior = null) =>
        EdgeTrueAreas.Find(probability, _cells, chart, [.. Enumerable.Repeat(1f, _cells.Count)], prior ?? _prior);

    private static int Wrong(AreaPlane areas, LabImage chart) =>
        Enumerable.Range(0, _size.Count).Count(pixel => areas.At(pixel, chart.Size) != (IsBright(pixel) ? Bright : Dark));
}
