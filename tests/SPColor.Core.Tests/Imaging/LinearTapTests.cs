using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class LinearTapTests
{
    // A weight of single precision in cells up to 3000.
    private const double Tolerance = 1e-6;

    [Fact]
    public void Taps_are_where_the_map_says_and_stay_inside() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 3000]).Sample((source, target) =>
        {
            WorkingMap map = new(new(source, 1), new(target, 1));
            LinearTap[] taps = LinearTap.Axis(source, target);
            for (int i = 0; i < target; i++)
            {
                (int first, int second, float weight) = taps[i];
                Assert.InRange(first, 0, source - 1);
                Assert.InRange(weight, 0f, 1f);
                Assert.Equal(Math.Min(first + 1, source - 1), second);
                Assert.Equal(Math.Clamp(map.ToFull(i, 0).X, 0, source - 1), first + weight, Tolerance * source);
            }
        });
}
