using CsCheck;
using SPColor.Core.Imaging.Borders;

namespace SPColor.Core.Tests.Imaging.Borders;

public sealed class MedianOfNineTests
{
    [Fact]
    public void It_is_the_middle_of_the_sorted_neighbours() => Gen.Float[-100, 100].Array[1, 70].Sample(row =>
    {
        float[] medians = new float[row.Length];
        MedianOfNine.Row(row, medians);
        for (int x = 0; x < row.Length; x++)
        {
            float[] near = [.. Enumerable.Range(x - 4, 9).Select(i => row[Math.Clamp(i, 0, row.Length - 1)]).Order()];
            Assert.Equal(near[4], medians[x]);
        }
    });
}
