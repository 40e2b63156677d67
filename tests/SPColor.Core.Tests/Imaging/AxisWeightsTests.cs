using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class AxisWeightsTests
{
    // Up to 3000 weights, each rounded to single precision.
    private const double SumTolerance = 1e-5;

    // A pixel counts at its centre even where only part of it lies in the cell: at most 1/8 pixel at either end.
    private const double CentreTolerance = 0.126;

    [Fact]
    public void Weights_sum_to_one_stay_inside_and_keep_ramps() =>
        Gen.Select(Gen.Int[1, 3000], Gen.Int[1, 300]).Sample((from, to) =>
        {
            AxisWeights weights = new(from, to);
            WorkingMap map = new(new(from, 1), new(to, 1));
            for (int i = 0; i < to; i++)
            {
                int first = weights.First(i);
                float[] own = weights.Of(i).ToArray();
                Assert.Equal(1, own.Sum(w => (double)w), SumTolerance);
                Assert.True(first >= 0 && first + own.Length <= from);

                // The average of a ramp is the position of the centre.
                double centre = own.Select((w, k) => (double)w * (first + k)).Sum();
                Assert.Equal(Math.Clamp(map.ToFull(i, 0).X, 0, from - 1), centre, CentreTolerance);
            }
        });
}
