using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

public class ClassSummaryTests
{
    private static readonly ClassMap Map = new(new GridSize(3, 2), [2, 2, ClassMap.None, 2, 0, 0], [0.5f, 0.7f, 0f, 0.9f, 0.2f, 0.4f], 4);

    [Fact]
    public void Areas_are_described_largest_first()
    {
        IReadOnlyList<ClassSummary> areas = ClassSummary.Describe(Map, Picture());
        Assert.Equal([2, 0], areas.Select(area => area.ClassId));
        Assert.Equal([0.6f, 0.4f], areas.Select(area => area.Share));
        Assert.Equal([0.7f, 0.3f], areas.Select(area => MathF.Round(area.Confidence, 6)));
        Assert.Equal(new CellBounds(0, 0, 2, 2), areas[0].Bounds);
        Assert.Equal(new CellBounds(1, 1, 2, 1), areas[1].Bounds);
        Assert.All(areas, area => Assert.Null(area.Name));
    }

    [Fact]
    public void Colour_is_the_mean_of_the_visible_pixels()
    {
        LabImage picture = Picture();
        ClassSummary area = ClassSummary.Describe(Map, picture)[1];
        Assert.Equal((10f, 4f, -4f), (area.L, area.A, area.B));

        int inArea = (2 * 6) + 2;
        picture.L[inArea] = 100f;
        picture.Coverage[inArea] = 0f;
        Assert.Equal(10f, ClassSummary.Describe(Map, picture)[1].L);
        picture.Coverage[inArea] = 1f;
        Assert.Equal(10f + (90f / 8f), ClassSummary.Describe(Map, picture)[1].L);
    }

    [Fact]
    public void Pixels_count_where_areas_are_known_as_finely()
    {
        byte[] ids = [.. Enumerable.Repeat((byte)2, 24)];
        ids[(3 * 6) + 2] = 0; // a pixel of the cell in column 1, row 1
        ClassMap map = Map with { Pixels = new AreaPlane(new GridSize(6, 4), ids) };
        LabImage picture = Picture();
        picture.L[(3 * 6) + 2] = 77;

        IReadOnlyList<ClassSummary> areas = ClassSummary.Describe(map, picture);

        Assert.Equal([(2, 23f / 24), (0, 1f / 24)], areas.Select(area => (area.ClassId, area.Share)));
        Assert.Equal((77f, new CellBounds(1, 1, 1, 1)), (areas[1].L, areas[1].Bounds));
        Assert.Equal(0.3f, areas[1].Confidence, 1e-6f);
    }

    [Fact]
    public void An_equal_share_is_ordered_by_id()
    {
        ClassMap map = new(new GridSize(2, 1), [3, 1], [1f, 1f], 4);
        Assert.Equal([1, 3], ClassSummary.Describe(map, new LabImage(new GridSize(2, 1))).Select(area => area.ClassId));
    }

    [Fact]
    public void Names_come_from_the_reduction()
    {
        CategoryReduction reduction = CategoryReduction.Create(Priors.Of([0f, 1f, 2f, 3f], 1, names: ["sky", "sea", "grass", "wall"]), 4);
        Assert.Equal(["grass", "sky"], ClassSummary.Describe(Map, Picture(), reduction).Select(area => area.Name));
    }

    [Fact]
    public void Areas_below_half_a_percent_are_small()
    {
        int[] ids = new int[1000];
        ids.AsSpan(0, 4).Fill(1);
        ids.AsSpan(4, 5).Fill(2);
        ClassMap map = new(new GridSize(1000, 1), ids, new float[1000], 3);
        IReadOnlyList<ClassSummary> areas = ClassSummary.Describe(map, new LabImage(new GridSize(1000, 1)));
        Assert.Equal([false, false, true], areas.Select(area => area.IsSmall));
    }

    [Fact]
    public void A_picture_without_visible_cells_has_no_areas()
        => Assert.Empty(ClassSummary.Describe(new ClassMap(new GridSize(1, 1), [ClassMap.None], [0f], 4), new LabImage(new GridSize(4, 4))));

    [Fact]
    public void A_picture_that_the_map_does_not_divide_is_a_defect()
        => Assert.Throws<ArgumentException>(() => ClassSummary.Describe(Map, new LabImage(new GridSize(6, 5))));

    private static LabImage Picture()
    {
        LabImage picture = new(new GridSize(6, 4));
        Array.Fill(picture.L, 10f);
        Array.Fill(picture.A, 4f);
        Array.Fill(picture.B, -4f);
        return picture;
    }
}
