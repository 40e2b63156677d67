using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class OpaqueBoundsTests
{
    [Fact]
    public void Bounds_are_the_smallest_rectangle_around_all_visible_pixels() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9], Gen.Int[0, 2], Gen.Int[0, 6], Gen.Int).Sample((width, height, layout, count, seed) =>
        {
            Random random = new(seed);
            int[] places = [.. Enumerable.Range(0, count).Select(_ => random.Next(81))];
            // Alpha 1 is the least that shows; in 16 bits its high byte is 0.
            PixelBuffer picture = Pictures.Paint(
                new(width, height), Pictures.Formats[layout], (x, y) => (9, 9, 9, places.Contains((y * width) + x) ? 1 : 0));
            (int X, int Y)[] visible = [.. places.Where(p => p < width * height).Select(p => (p % width, p / width))];
            PixelRect? expected = visible.Length == 0 ? null : Around(visible);
            Assert.Equal(expected, OpaqueBounds.Find(picture, CancellationToken.None));
        });

    [Fact]
    public void A_cancelled_search_stops()
    {
        PixelBuffer picture = new(new(4, 4), PixelFormat.Bgra8);
        Assert.Throws<OperationCanceledException>(() => OpaqueBounds.Find(picture, new CancellationToken(true)));
    }

    private static PixelRect Around((int X, int Y)[] points)
    {
        (int x, int y) = (points.Min(p => p.X), points.Min(p => p.Y));
        return new(x, y, points.Max(p => p.X) - x + 1, points.Max(p => p.Y) - y + 1);
    }
}
