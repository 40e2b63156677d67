using System.Numerics;
using CsCheck;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class LabVectorsTests
{
    // Two units in the last place of single precision.
    private const double RelativeTolerance = 2 * 1.2e-7;

    [Fact]
    public void Cube_roots_are_exact_to_two_units_in_the_last_place() => Gen.Float[1e-6f, 4f].Sample(value =>
    {
        double root = LabVectors.CubeRoot(new Vector<float>(value))[0];
        Assert.Equal(1, root / Math.Cbrt(value), RelativeTolerance);
    });
}
