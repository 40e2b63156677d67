using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class LabShrinkTests
{
    // Sums of a few floats.
    private const float Tolerance = 1e-4f;

    [Fact]
    public void Every_plane_becomes_area_averages_and_the_seen_part_stays()
    {
        LabImage image = new(new GridSize(6, 4)) { Seen = SeenPart.Whole(new GridSize(600, 400)) };
        for (int i = 0; i < image.Size.Count; i++)
            (image.L[i], image.A[i], image.B[i], image.Coverage[i]) = (i % 6, i / 6, 7, i < 12 ? 1 : 0.5f);

        LabImage small = LabShrink.To(image, new GridSize(4, 2));

        Assert.Equal(new GridSize(4, 2), small.Size);
        Assert.Same(image.Seen, small.Seen);
        Assert.Equal([1 / 3f, 5 / 3f, 10 / 3f, 14 / 3f], small.L[..4], Close); // 0·⅔ + 1·⅓, 1·⅓ + 2·⅔, …
        Assert.Equal([0.5f, 2.5f], [small.A[0], small.A[4]], Close);
        Assert.All(small.B, value => Assert.Equal(7, value, Tolerance));
        Assert.Equal([1f, 0.5f], [small.Coverage[0], small.Coverage[4]], Close);
    }

    private static bool Close(float expected, float actual) => MathF.Abs(expected - actual) < Tolerance;
}
