using SPColor.Core.Correspondence;

namespace SPColor.Core.Tests.Correspondence;

internal static class Near
{
    /// <summary>Range of a* and b* that their tolerance refers to.</summary>
    public const float ColourRange = 128f;

    /// <summary>spcolor.md §6: the published float code is within 2e-4 of 128 of its own double; 1e-4 is asked of every form.</summary>
    public const float Tolerance = 1e-4f;

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
