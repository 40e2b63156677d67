using SPColor.Core.Correspondence;

namespace SPColor.Inference.Correspondence;

/// <summary>Collects the tiles' results into a <see cref="WarpedColor"/>.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Related">Which target cells may match.</param>
/// <param name="Beta">What membership adds to a logit.</param>
internal sealed record WarpedRows(CorrespondenceProblem Problem, bool[] Related, float Beta)
{
    /// <summary>The result; unrelated cells stay 0.</summary>
    internal WarpedColor Warped { get; } = WarpedColor.Unrelated(Problem.Size) with { Related = Related };

    /// <summary>Whether a tile has any work.</summary>
    /// <param name="first">Its first cell.</param>
    /// <param name="count">Its cells.</param>
    internal bool AnyRelated(int first, int count) => Related.AsSpan(first, count).Contains(true);

    /// <summary>Stores a tile (spcolor.md §1.8 steps 5–8; Eq. 13–15 of the paper).</summary>
    /// <param name="first">Its first cell.</param>
    /// <param name="count">Its cells.</param>
    /// <param name="warped">count × (a, b, reference confidence).</param>
    /// <param name="best">Largest logit of each cell.</param>
    /// <param name="match">Its reference cell.</param>
    internal void Store(int first, int count, ReadOnlySpan<float> warped, ReadOnlySpan<float> best, ReadOnlySpan<float> match)
    {
        for (int i = 0; i < count; i++)
        {
            int cell = first + i;
            if (!Related[cell])
                continue;
            Warped.A[cell] = warped[3 * i];
            Warped.B[cell] = warped[(3 * i) + 1];
            float cosine = (best[i] - Beta) * Problem.Settings.Temperature;
            Warped.Similarity[cell] = Problem.Settings.Similarity(cosine) * warped[(3 * i) + 2] * Problem.TargetConfidence[cell];
            Warped.BestCosine[cell] = cosine;
            Warped.BestMatch[cell] = (int)match[i];
        }
    }
}
