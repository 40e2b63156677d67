using System.Numerics;
using SPColor.Core.Correspondence;

namespace SPColor.Core.Tests.Correspondence;

public class WeightExpTests
{
    /// <summary>Five roundings of half a unit in the last place.</summary>
    private const double RelativeTolerance = 3e-7;

    [Fact]
    public void Powers_are_those_of_the_library()
    {
        for (float x = -87f; x <= 0f; x += 0.00937f)
            Assert.Equal(1, WeightExp.Compute(new Vector<float>(x))[0] / Math.Exp(x), RelativeTolerance);
    }

    [Fact]
    public void The_largest_weight_is_one() => Assert.Equal(Vector<float>.One, WeightExp.Compute(Vector<float>.Zero));

    [Theory]
    [InlineData(-88f)]
    [InlineData(-1e30f)]
    [InlineData(float.NegativeInfinity)]
    public void Far_columns_have_no_weight(float x) => Assert.InRange(WeightExp.Compute(new Vector<float>(x))[0], 0f, 2e-38f);
}
