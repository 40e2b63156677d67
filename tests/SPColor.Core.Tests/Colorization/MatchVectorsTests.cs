using System.Numerics.Tensors;
using CsCheck;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Colorization;

public sealed class MatchVectorsTests
{
    // Two float dot products of 12 terms below 1.
    private const float Tolerance = 1e-5f;

    [Fact]
    public void Product_of_joined_vectors_is_the_weighted_mean_of_both_products() =>
        Gen.Select(Gen.Float[-1, 1].Array[2 * 8], Gen.Float[-1, 1].Array[2 * 4], Gen.Float[0, 3]).Sample((features, codes, weight) =>
        {
            var grid = new GridSize(2, 1);
            var feature = new FeatureGrid(grid, 8, features);
            var code = new FeatureGrid(grid, 4, codes);

            FeatureGrid joined = MatchVectors.Join(feature, code, weight);

            float expected = (TensorPrimitives.Dot(feature[0], feature[1]) + weight * TensorPrimitives.Dot<float>(code[0], code[1])) / (1 + weight);
            Assert.Equal(expected, TensorPrimitives.Dot<float>(joined[0], joined[1]), Tolerance);
        });

    [Fact]
    public void Without_a_class_term_the_features_are_passed_on_as_they_are()
    {
        var feature = new FeatureGrid(new GridSize(1, 1), 2, [1, 2]);

        Assert.Same(feature, MatchVectors.Join(feature, feature, 0));
    }
}
