using CsCheck;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;

namespace SPColor.Inference.Tests.Networks;

public sealed class VectorGridsTests
{
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
}
