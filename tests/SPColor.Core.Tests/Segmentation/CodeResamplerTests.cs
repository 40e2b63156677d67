using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Tests.Segmentation;

public class CodeResamplerTests
{
    /// <summary>Rounding of a few float products.</summary>
    private const float Tolerance = 1e-6f;

    [Fact]
    public void The_same_grid_is_returned_as_it_is()
    {
        FeatureGrid code = new(new GridSize(2, 1), 1, [3f, 4f]);
        Assert.Same(code, CodeResampler.Resample(code, new GridSize(2, 1), CodeResampling.Bilinear));
    }

    [Fact]
    public void Nearest_doubles_cells_and_copies_vectors()
    {
        FeatureGrid code = new(new GridSize(2, 2), 2, [1, 2, 3, 4, 5, 6, 7, 8]);
        FeatureGrid result = CodeResampler.Resample(code, new GridSize(4, 4), CodeResampling.Nearest);
        int[] source = [0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3];
        for (int i = 0; i < 16; i++)
            Assert.Equal(code[source[i]].ToArray(), result[i].ToArray());
    }

    [Fact]
    public void Bilinear_mixes_by_distance_between_cell_centres()
    {
        FeatureGrid code = new(new GridSize(2, 1), 2, [1, 0, 0, 1]);
        FeatureGrid result = CodeResampler.Resample(code, new GridSize(4, 1), CodeResampling.Bilinear);
        float length = MathF.Sqrt((0.75f * 0.75f) + (0.25f * 0.25f));
        float[] expected = [1, 0, 0.75f / length, 0.25f / length, 0.25f / length, 0.75f / length, 0, 1];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], result.Values[i], Tolerance);
    }

    [Fact]
    public void Rows_mix_as_columns_do()
    {
        FeatureGrid wide = CodeResampler.Resample(new FeatureGrid(new GridSize(3, 1), 2, [1, 0, 0, 1, 2, 1]), new GridSize(5, 1), CodeResampling.Bilinear);
        FeatureGrid tall = CodeResampler.Resample(new FeatureGrid(new GridSize(1, 3), 2, [1, 0, 0, 1, 2, 1]), new GridSize(1, 5), CodeResampling.Bilinear);
        Assert.Equal(wide.Values, tall.Values);
    }

    [Fact]
    public void Bilinear_vectors_are_of_unit_length_and_a_constant_grid_stays_constant()
        => Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Gen.Int[1, 9], Gen.Int[1, 9]).Sample((w, h, toW, toH) =>
        {
            FeatureGrid code = new(new GridSize(w, h), 2, [.. Enumerable.Repeat(new[] { 3f, 4f }, w * h).SelectMany(v => v)]);
            FeatureGrid result = CodeResampler.Resample(code, new GridSize(toW, toH), CodeResampling.Bilinear);
            if (result.Size == code.Size)
                return;

            for (int i = 0; i < result.Size.Count; i++)
            {
                Assert.Equal(0.6f, result[i][0], Tolerance);
                Assert.Equal(0.8f, result[i][1], Tolerance);
            }
        });

    [Fact]
    public void A_zero_code_stays_zero()
    {
        FeatureGrid result = CodeResampler.Resample(new FeatureGrid(new GridSize(1, 1), 3, new float[3]), new GridSize(2, 2), CodeResampling.Bilinear);
        Assert.All(result.Values, value => Assert.Equal(0f, value));
    }
}
