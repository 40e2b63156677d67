using CsCheck;
using SPColor.Core.Segmentation;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Segmentation;

public class VectorMathTests
{
    /// <summary>Float rounding of at most 70 products of numbers up to 1.</summary>
    private const double Tolerance = 1e-5;

    private static readonly Gen<float[]> Vectors = Gen.Float[-1f, 1f].Array(0, 70);

    [Fact]
    public void Dot_is_the_sum_of_products()
        => Vectors.Sample(x =>
        {
            float[] y = [.. x.Reverse()];
            Assert.Equal(x.Zip(y, (a, b) => (double)a * b).Sum(), VectorMath.Dot(x, y), Tolerance);
        });

    [Fact]
    public void Subtract_goes_element_by_element()
        => Vectors.Sample(x =>
        {
            float[] y = [.. x.Reverse()];
            float[] difference = new float[x.Length];
            VectorMath.Subtract(x, y, difference);
            Assert.Equal(x.Zip(y, (a, b) => a - b), difference);
        });

    [Fact]
    public void A_unit_vector_keeps_its_direction_and_a_zero_vector_stays_zero()
        => Vectors.Sample(x =>
        {
            float[] unit = [.. x];
            VectorMath.MakeUnit(unit, 1e-12f);
            double length = Math.Sqrt(x.Sum(value => (double)value * value));
            for (int i = 0; i < x.Length; i++)
                Assert.Equal(length < 1e-6 ? unit[i] : x[i] / length, unit[i], Tolerance);

            float[] zero = new float[x.Length];
            VectorMath.MakeUnit(zero, 1e-12f);
            Assert.All(zero, value => Assert.Equal(0f, value));
        });
}
