using SPColor.Core.Correspondence;

namespace SPColor.Core.Tests.Correspondence;

internal static class Near
{
    /// <summary>Range of a* and b* that their tolerance refers to.</summary>
    public const float ColourRange = 128f;

    /// <summary>spcolor.md §6: the published float code is within 2e-4 of 128 of its own double; 1e-4 is asked of every form.</summary>
    public const float Tolerance = 1e-4f;

    /// <summary>The best match is one that may be matched, and its product is the best; of equals any will do.</summary>
    public static void AssertBestMatches(CorrespondenceProblem problem, WarpedColor actual)
    {
        float[] target = Vectors(problem, problem.TargetFeatures, problem.TargetBlock, problem.Matches.Length);
        float[] reference = Vectors(problem, problem.ReferenceFeatures, problem.ReferenceBlock, problem.ReferenceBlockCount);
        for (int i = 0; i < actual.BestMatch.Length; i++)
        {
            int match = actual.BestMatch[i];
            Assert.Equal(actual.Related[i], match != WarpedColor.NoMatch);
            if (match == WarpedColor.NoMatch)
                continue;
            Assert.Contains(problem.ReferenceBlock[match], problem.Matches[problem.TargetBlock[i]]);
            double product = target.AsSpan(i * problem.Channels, problem.Channels).ToArray()
                .Zip(reference.AsSpan(match * problem.Channels, problem.Channels).ToArray(), (x, y) => (double)x * y).Sum();
            Assert.Equal(product, actual.BestCosine[i], Tolerance);
        }
    }

    private static float[] Vectors(CorrespondenceProblem problem, float[] features, int[] blocks, int count) => problem.Settings.CentrePerBlock
        ? BlockCentring.Centre(features, problem.Channels, blocks, count, CancellationToken.None)
        : features;

    public static void AssertNear(WarpedColor expected, WarpedColor actual)
    {
        Assert.Equal(expected.Related, actual.Related);
        for (int i = 0; i < expected.A.Length; i++)
        {
            Assert.Equal(expected.A[i] / ColourRange, actual.A[i] / ColourRange, Tolerance);
            Assert.Equal(expected.B[i] / ColourRange, actual.B[i] / ColourRange, Tolerance);
            Assert.Equal(expected.Similarity[i], actual.Similarity[i], Tolerance);
            Assert.Equal(expected.BestCosine[i], actual.BestCosine[i], Tolerance);
        }
    }
}
