using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

internal static class Priors
{
    public static ClassPrior Of(float[] centres, int channels, ReductionRule rule = ReductionRule.ReducedCentres, float sharpness = 10f, string[]? names = null)
        => new(centres.Length / channels, channels, centres, sharpness, rule, CodeResampling.Nearest, DefaultClassCount: 1, Names: names);

    /// <summary>27 random centres.</summary>
    public static ClassPrior Random(int seed, int channels = 8, ReductionRule rule = ReductionRule.ReducedCentres)
    {
        Random random = new(seed);
        return Of([.. Enumerable.Range(0, 27 * channels).Select(_ => (float)(random.NextDouble() - 0.5))], channels, rule);
    }
}
