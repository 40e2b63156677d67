using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Bench.Correspondence;

/// <summary>SPC problems of the paper's sizes: side² positions on both pictures, K balanced classes in both.</summary>
internal static class RandomProblem
{
    private const int Seed = 1;

    public static CorrespondenceProblem Create(int side, int classes, int channels = 256)
    {
        var random = new Random(Seed);
        var grid = new GridSize(side, side);
        return new CorrespondenceProblem(
            grid, channels,
            Normal(grid.Count * channels), Blocks(), Ones(),
            Normal(grid.Count * channels), Blocks(), Normal(grid.Count), Normal(grid.Count), Ones(),
            [.. Enumerable.Range(0, classes).Select(id => new[] { id })], classes, CorrespondenceSettings.Paper);

        float[] Normal(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() + random.NextDouble() - 1))];
        int[] Blocks() => [.. Enumerable.Range(0, grid.Count).Select(i => i * classes / grid.Count)];
        float[] Ones() => [.. Enumerable.Repeat(1f, grid.Count)];
    }
}
