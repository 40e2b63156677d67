using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Inference.Networks;

/// <summary>Compares an adapter with the processor on a small picture: broken drivers return garbage without an error.</summary>
internal static class DeviceCheck
{
    /// <summary>Largest difference, as a part of the largest value; sound adapters stay under 1e-4, garbage is far above.</summary>
    internal const float Tolerance = 0.01f;

    private static readonly GridSize Size = new(96, 64);

    /// <summary>What is wrong with the adapter's numbers, in words that follow its name, or null.</summary>
    /// <param name="adapter">Networks on the adapter.</param>
    /// <param name="processor">The same networks on the processor.</param>
    /// <param name="matchStride">Pixels per cell of the correspondence grid.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    internal static string? Fault(IDeviceNetworks adapter, IDeviceNetworks processor, int matchStride, CancellationToken cancellationToken)
    {
        LabImage picture = Picture();
        GridSize grid = Size.AtStride(matchStride);
        WarpedColor warped = Warped(grid);
        CorrespondenceProblem problem = Problem(grid, warped);
        return Difference(Vectors(adapter), Vectors(processor))
            ?? Difference(Matches(adapter), Matches(processor))
            ?? Difference(Chroma(adapter), Chroma(processor));

        float[] Vectors(IDeviceNetworks set)
        {
            ImageFeatures features = set.Features.Extract(picture, ImageRole.Reference, cancellationToken);
            return [.. features.Match.Values, .. set.Segmenter.Segment(picture, features, cancellationToken).Values];
        }

        float[] Matches(IDeviceNetworks set)
        {
            WarpedColor matched = set.Correspondence.Warp(problem, cancellationToken);
            return [.. matched.A, .. matched.B, .. matched.Similarity, .. matched.BestCosine];
        }

        float[] Chroma(IDeviceNetworks set)
        {
            ChromaPlanes planes = set.Color.Colorize(picture, warped, cancellationToken);
            return [.. planes.A, .. planes.B];
        }
    }

    /// <summary>Compares two results.</summary>
    /// <param name="actual">The adapter's.</param>
    /// <param name="expected">The processor's.</param>
    internal static string? Difference(float[] actual, float[] expected)
    {
        float tolerance = Tolerance * expected.Max(MathF.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            // Written so that NaN fails.
            if (!(MathF.Abs(actual[i] - expected[i]) <= tolerance))
                return $"computes wrongly ({actual[i]} instead of {expected[i]})";
        }

        return null;
    }

    private static LabImage Picture()
    {
        var image = new LabImage(Size);
        for (int i = 0; i < image.L.Length; i++)
            image.L[i] = 50 + (40 * MathF.Sin(i * 0.11f) * MathF.Cos(i / Size.Width * 0.2f));
        return image;
    }

    /// <summary>Two areas of vectors that turn slowly, so that matches are neither sharp nor even.</summary>
    private static CorrespondenceProblem Problem(GridSize grid, WarpedColor colors)
    {
        const int Channels = 8;
        float[] Vectors(float step) => [.. Enumerable.Range(0, grid.Count * Channels).Select(i => MathF.Sin((i / Channels * step) + (i % Channels)))];
        int[] halves = [.. Enumerable.Range(0, grid.Count).Select(i => 2 * i / grid.Count)];
        return new CorrespondenceProblem(
            grid, Channels, Vectors(0.031f), halves, colors.Similarity, Vectors(0.043f), halves, colors.A, colors.B, colors.Similarity,
            [[0], [1]], 2, CorrespondenceSettings.Paper with { Temperature = 0.1f });
    }

    private static WarpedColor Warped(GridSize size)
    {
        float[] Wave(float scale, float step) => [.. Enumerable.Range(0, size.Count).Select(i => scale * MathF.Sin(i * step))];
        float[] similarity = [.. Wave(1, 0.03f).Select(MathF.Abs)];
        return WarpedColor.Unrelated(size) with
        {
            A = Wave(40, 0.05f), B = Wave(40, 0.07f), Similarity = similarity, BestCosine = similarity, Related = [.. Enumerable.Repeat(true, size.Count)],
        };
    }
}
