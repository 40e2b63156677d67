using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

public sealed class SurerProbabilitiesTests
{
    /// <summary>Left the coarse picture is surer and decides; right the large one is, and half of each counts.</summary>
    [Fact]
    public void The_coarse_picture_decides_and_the_surer_large_one_is_averaged_in()
    {
        float[][] fine = [[0.4f, 0.4f, 1, 1], [0.6f, 0.6f, 0, 0]];

        SurerProbabilities.Decide([[0.9f, 0.2f], [0.1f, 0.8f]], new GridSize(2, 1), fine, new GridSize(4, 1));

        // Between cell centres coarse values are linear: 0.9, 0.725, 0.375, 0.2.
        Assert.Equal([0.9f, 0.725f, 0.6875f, 0.6f], fine[0], Close);
        Assert.Equal([0.1f, 0.275f, 0.3125f, 0.4f], fine[1], Close);
    }

    private static bool Close(float expected, float actual) => MathF.Abs(expected - actual) < 1e-6f;
}
