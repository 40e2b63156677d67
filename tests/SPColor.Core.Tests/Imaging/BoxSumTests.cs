using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class BoxSumTests
{
    [Fact]
    public void Sums_are_those_of_the_cut_off_windows() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 15], Gen.Int).Sample((width, height, radius, seed) =>
        {
            Random random = new(seed);
            int[] values = [.. Enumerable.Range(0, width * height).Select(_ => random.Next(100))];
            // Whole numbers: single precision is exact.
            GridSize size = new(width, height);
            float[] plane = [.. values];
            float[] sums = BoxSum.Of(plane, size, radius);
            for (int i = 0; i < size.Count; i++)
            {
                int expected = Enumerable.Range(0, size.Count).Sum(j =>
                    Math.Abs((j % width) - (i % width)) <= radius && Math.Abs((j / width) - (i / width)) <= radius ? values[j] : 0);
                Assert.Equal(expected, sums[i]);
            }
        });
}
