using CsCheck;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Correspondence;

public sealed class CoarseToFineTests
{
    private const int Channels = 5;

    private static readonly CorrespondenceSettings _settings = new(0.1f, CentrePerBlock: false, 0.1f, 0.6f, ClampSimilarity: true);
    private static readonly GateFacts _gate = new(Blur: 0, From: 0.5f, To: 0.7f);

    /// <summary>Where a coarse reference is one cell, every cell looks at all of the fine one: the definition's result.</summary>
    [Fact]
    public void With_nothing_decided_it_is_SPC() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 4], Gen.Int[1, 13], Gen.Int[1, 9]).Sample((seed, blocks, width, height) =>
        {
            CorrespondenceProblem fine = Fine(seed, new GridSize(6, 4), new GridSize(width, height), blocks);
            WarpedColor coarse = Coarse(new GridSize(3, 2), _ => 0);

            WarpedColor found = Refine(fine, [new(width, height)], coarse, [new(1, 1)]);

            Near.AssertNear(new NaiveCorrespondence().Warp(fine, CancellationToken.None), found);
            Near.AssertBestMatches(fine, found);
        });

    /// <summary>Of two equal places in the reference a cell takes the one that its coarse neighbours matched.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 12)]
    public void It_looks_only_around_what_was_matched(int coarseMatch, int from)
    {
        GridSize row = new(16, 1);
        CorrespondenceProblem fine = Fine(1, row, row, 1) with { TargetBlock = new int[16], ReferenceBlock = new int[16] };
        float[] pattern = fine.TargetFeatures[..(4 * Channels)];
        fine = fine with { TargetFeatures = Repeated(pattern), ReferenceFeatures = Repeated(pattern) };

        WarpedColor found = Refine(fine, [row], Coarse(new GridSize(4, 1), _ => Math.Min(coarseMatch, 3)), [new(4, 1)]);

        Assert.All(found.BestMatch, match => Assert.InRange(match, Math.Max(Math.Min(from, 12) - 1, 0), Math.Min(from, 12) + 4));
    }

    [Fact]
    public void A_cell_that_may_take_nothing_around_looks_at_all()
    {
        GridSize row = new(8, 1);
        CorrespondenceProblem fine = Fine(2, row, row, 2) with
        {
            TargetBlock = [0, 0, 0, 0, 0, 0, 0, 1], ReferenceBlock = [0, 0, 0, 0, 1, 1, 1, 1], Matches = [[0], [1]],
        };

        // All coarse cells matched the left.
        WarpedColor found = Refine(fine, [row], Coarse(new GridSize(4, 1), _ => 0), [new(4, 1)]);

        WarpedColor whole = new NaiveCorrespondence().Warp(fine, CancellationToken.None);
        Assert.Equal(whole.BestMatch[7], found.BestMatch[7]);
        Assert.Equal(whole.A[7], found.A[7], 1e-3f);
        Assert.Equal(whole.Similarity[7], found.Similarity[7], Near.Tolerance);
        Assert.All(found.BestMatch[..7], match => Assert.InRange(match, 0, 2));
        Assert.All(found.Related, Assert.True);
    }

    [Fact]
    public void What_matches_nothing_stays_unrelated()
    {
        GridSize row = new(4, 1);
        CorrespondenceProblem fine = Fine(3, row, row, 2) with { TargetBlock = [0, -1, 1, 0], ReferenceBlock = [0, 0, -1, 0], Matches = [[0], [1]] };

        WarpedColor found = Refine(fine, [row], Coarse(new GridSize(2, 1), _ => 0), [new(2, 1)]);

        Assert.Equal([true, false, false, true], found.Related);
        Assert.Equal([WarpedColor.NoMatch, WarpedColor.NoMatch], found.BestMatch[1..3]);
        Assert.Equal([0f, 0f], found.A[1..3]);
    }

    /// <summary>A sure match has its own colour, a doubtful one the coarse colour, and none of a coarse cell that matched another area.</summary>
    [Fact]
    public void Where_the_best_is_doubtful_the_coarse_colour_stays()
    {
        GridSize row = new(4, 1);
        float[] unit = [1, 0, 0, 0, 0], half = [0.5f, 0.8660254f, 0, 0, 0];
        CorrespondenceProblem fine = Fine(4, row, row, 2) with
        {
            TargetBlock = [0, 0, 1, 1], ReferenceBlock = [0, 0, 1, 1], Matches = [[0], [1]],
            TargetFeatures = [.. unit, .. half, .. unit, .. half], ReferenceFeatures = [.. unit, .. unit, .. unit, .. unit],
            ReferenceA = [10, 10, 20, 20], ReferenceB = new float[4],
        };
        WarpedColor coarse = Coarse(new GridSize(2, 1), cell => cell) with { A = [-50, -60] };

        WarpedColor gated = Refine(fine, [row], coarse, [new(2, 1)], _gate), free = Refine(fine, [row], coarse, [new(2, 1)]);

        Assert.Equal([10f, -50f, 20f, -60f], gated.A);
        Assert.Equal([10f, 10f, 20f, 20f], free.A);
        Assert.Equal(free.BestCosine, gated.BestCosine);
    }

    [Fact]
    public void Several_references_are_one_side()
    {
        GridSize small = new(4, 2), large = new(6, 4);
        CorrespondenceProblem fine = Fine(5, new GridSize(8, 4), new GridSize(small.Count + large.Count, 1), 1) with
        {
            TargetBlock = new int[32], ReferenceBlock = new int[small.Count + large.Count],
        };

        // The last coarse cell of the second reference: its window is the lower right of that one.
        WarpedColor found = Refine(fine, [small, large], Coarse(new GridSize(4, 2), _ => (2 * 1) + (3 * 2) - 1), [new(2, 1), new(3, 2)]);

        Assert.All(found.BestMatch, match =>
        {
            int cell = match - small.Count;
            Assert.InRange(cell % large.Width, 3, 5);
            Assert.InRange(cell / large.Width, 1, 3);
        });
    }

    [Fact]
    public void A_cancelled_problem_is_given_up() => Assert.ThrowsAny<OperationCanceledException>(() =>
        new CoarseToFine(Fine(6, new(4, 4), new(4, 4), 1), [new(4, 4)], Coarse(new(2, 2), _ => 0), [new(2, 2)], null)
            .Warp(new NaiveCorrespondence(), new CancellationToken(canceled: true)));

    private static WarpedColor Refine(
        CorrespondenceProblem fine, GridSize[] references, WarpedColor coarse, GridSize[] coarseReferences, GateFacts? gate = null) =>
        new CoarseToFine(fine, references, coarse, coarseReferences, gate).Warp(new SemanticCorrespondence(), CancellationToken.None);

    private static CorrespondenceProblem Fine(int seed, GridSize target, GridSize reference, int blocks) => Problems.Random(
        seed, Channels, Problems.Blocks(seed, target.Count, blocks), Problems.Blocks(seed + 1, reference.Count, blocks), _settings) with
    {
        Size = target,
    };

    private static WarpedColor Coarse(GridSize size, Func<int, int> match) => WarpedColor.Unrelated(size) with
    {
        BestMatch = [.. Enumerable.Range(0, size.Count).Select(match)], Related = [.. Enumerable.Repeat(true, size.Count)],
    };

    private static float[] Repeated(float[] pattern) => [.. Enumerable.Repeat(pattern, 4).SelectMany(values => values)];
}
