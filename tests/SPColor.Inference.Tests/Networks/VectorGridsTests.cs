using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;

namespace SPColor.Inference.Tests.Networks;

public sealed class VectorGridsTests
{
    /// <summary>Single precision on sums of a few dozen terms below 1.</summary>
    private const float Tolerance = 1e-5f;

    [Fact]
    public void Transposing_moves_every_number() =>
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 9], Gen.Int[1, 20]).Sample((width, height, channels) =>
        {
            var size = new GridSize(width, height);
            float[] source = [.. Enumerable.Range(0, size.Count * channels).Select(i => (float)i)];
            FeatureGrid grid = VectorGrids.Transpose(source, size, channels);
            for (int i = 0; i < size.Count; i++)
            {
                for (int c = 0; c < channels; c++)
                    Assert.Equal(source[(c * size.Count) + i], grid[i][c]);
            }
        });

    [Fact]
    public void The_product_of_match_vectors_is_the_soft_class_term()
    {
        // Two cells of unit features and unit codes on the same grid: (f·f + w·c·c)/(1 + w).
        var size = new GridSize(2, 1);
        const float Weight = 0.5f;
        float[] features = [1f, 0.6f, 0f, 0.8f];
        var code = new FeatureGrid(size, 3, [0f, 0f, 1f, 0f, 0.6f, 0.8f]);

        FeatureGrid match = VectorGrids.WithCode(features, size, 2, code, Weight);

        Assert.Equal(5, match.Channels);
        Assert.Equal((0.6f + (Weight * 0.8f)) / (1 + Weight), Dot(match[0], match[1]), Tolerance);
        Assert.Equal(1f, Dot(match[0], match[0]), Tolerance);
    }

    [Fact]
    public void Codes_between_cells_are_unit_length_again()
    {
        var code = new FeatureGrid(new GridSize(2, 1), 2, [1f, 0f, 0f, 1f]);

        FeatureGrid match = VectorGrids.WithCode(new float[4], new GridSize(4, 1), 1, code, 1f);

        // Three quarters of the one and a quarter of the other, times √(1/2).
        float length = MathF.Sqrt(10f);
        Assert.Equal(3 / length * MathF.Sqrt(0.5f), match[1][1], Tolerance);
        Assert.Equal(1 / length * MathF.Sqrt(0.5f), match[1][2], Tolerance);
    }

    private static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        float sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
