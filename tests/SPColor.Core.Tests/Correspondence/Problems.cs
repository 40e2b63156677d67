using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Correspondence;

internal static class Problems
{
    /// <summary>Random features, colours and confidences for given blocks; a block of either side matches its own number unless said otherwise.</summary>
    public static CorrespondenceProblem Random(
        int seed, int channels, int[] targetBlock, int[] referenceBlock, CorrespondenceSettings? settings = null, int[][]? matches = null)
    {
        Random random = new(seed);
        int blocks = Math.Max(targetBlock.Concat(referenceBlock).DefaultIfEmpty(-1).Max() + 1, 0);
        return new CorrespondenceProblem(
            new GridSize(targetBlock.Length, 1),
            channels,
            Values(random, targetBlock.Length * channels, -1, 1),
            targetBlock,
            Values(random, targetBlock.Length, 0, 1),
            Values(random, referenceBlock.Length * channels, -1, 1),
            referenceBlock,
            Values(random, referenceBlock.Length, -100, 100),
            Values(random, referenceBlock.Length, -100, 100),
            Values(random, referenceBlock.Length, 0, 1),
            matches ?? [.. Enumerable.Range(0, blocks).Select(block => new[] { block })],
            blocks,
            settings ?? CorrespondenceSettings.Paper);
    }

    /// <summary>Blocks drawn at random; few draws leave some blocks with one cell or none.</summary>
    public static int[] Blocks(int seed, int cells, int blocks)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, cells).Select(_ => random.Next(-1, blocks))];
    }

    private static float[] Values(Random random, int count, float low, float high)
        => [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextSingle()))];
}
