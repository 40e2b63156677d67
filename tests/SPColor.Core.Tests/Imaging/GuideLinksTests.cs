using System.Numerics;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class GuideLinksTests
{
    /// <summary>Single precision.</summary>
    private const float Tolerance = 1e-6f;

    [Fact]
    public void Links_fall_with_the_difference_of_luminance_and_are_0_between_regions_and_at_the_ends()
    {
        var links = new GuideLinks([50, 53, 53, 47, 53, 53], new GridSize(3, 2), sigma: 3, regions: [1, 1, 2, 1, 1, 1]);

        float once = MathF.Exp(-1), twice = MathF.Exp(-2);
        AssertLinks([once, 0, 0, twice, 1, 0], links.Rows, links.AlongRows, 6);
        AssertLinks([once, 1, 0, 0, 0, 0], links.Columns, links.AlongColumns, 6);
    }

    private static void AssertLinks(float[] expected, LineLayout layout, Vector<float>[] links, int count)
    {
        float[] plane = new float[count];
        layout.Write(links, plane);
        Assert.All(expected.Zip(plane), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
