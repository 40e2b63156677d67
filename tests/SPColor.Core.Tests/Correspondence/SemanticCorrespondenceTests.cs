using CsCheck;
using SPColor.Core.Correspondence;
using SPColor.Core.Tests.Fixtures;

namespace SPColor.Core.Tests.Correspondence;

public class SemanticCorrespondenceTests
{
    private static readonly CorrespondenceSettings Compact = new(0.012f, CentrePerBlock: false, 0.1f, 0.6f, ClampSimilarity: true);

    [Fact]
    public void Random_problems_agree_with_the_definition()
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[1, 27], Gen.Int[1, 120], Gen.Int[0, 120], Gen.Int[1, 40], Gen.Bool).Sample(
            (seed, blocks, targets, references, channels, compact) =>
                Check(Problems.Random(seed, channels, Problems.Blocks(seed, targets, blocks), Problems.Blocks(seed + 1, references, blocks), compact ? UnitScale(channels) : null)),
            iter: 60);

    [Fact]
    public void Target_blocks_may_match_several_blocks_or_none()
        => Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 6].Sets(0, 7).Array(7, 7)).Sample(
            (seed, matches) => Check(Problems.Random(
                seed, 19, [.. Problems.Blocks(seed, 60, 7), 6], [.. Problems.Blocks(seed + 1, 90, 7), 6], matches: matches)),
            iter: 40);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 47)]
    [InlineData(8, 48)]
    [InlineData(9, 49)]
    [InlineData(63, 96)]
    [InlineData(64, 767)]
    [InlineData(65, 768)]
    [InlineData(129, 769)]
    public void Edges_of_tiles_and_panels_agree_with_the_definition(int targets, int references)
        => Check(Problems.Random(5, 16, new int[targets], new int[references]));

    [Fact]
    public void Compact_settings_take_vectors_as_they_are_and_clamp()
    {
        CorrespondenceProblem problem = Problems.Random(6, 4, new int[50], new int[60], Compact);
        Check(problem);
        WarpedColor result = new SemanticCorrespondence().Warp(problem, CancellationToken.None);
        Assert.Contains(Enumerable.Range(0, 50), i => problem.TargetConfidence[i] > 0 && result.Similarity[i] > 0);
    }

    [Fact]
    public void One_pixel_blocks_weigh_all_alike_and_have_no_similarity()
    {
        WarpedColor onePixelTarget = Warp(Problems.Random(7, 16, [0], [0, 0, 0, 0]) with { ReferenceA = [1, 2, 3, 6] });
        Assert.Equal([3f], onePixelTarget.A);
        Assert.Equal([0f], onePixelTarget.Similarity);
        WarpedColor onePixelReference = Warp(Problems.Random(7, 16, [0, 0], [0]) with { ReferenceA = [5] });
        Assert.Equal([5f, 5f], onePixelReference.A);
        Assert.Equal([0f, 0f], onePixelReference.Similarity);
        Assert.Equal([true, true], onePixelReference.Related);
    }

    [Fact]
    public void Equal_vectors_are_centred_to_zero_exactly()
    {
        CorrespondenceProblem problem = Problems.Random(8, 16, new int[33], [0, 0, 0]);
        float[] same = [.. Enumerable.Repeat(problem.TargetFeatures[..16], 33).SelectMany(vector => vector)];
        Assert.All(Warp(problem with { TargetFeatures = same }).Similarity, value => Assert.Equal(0f, value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Zero_vectors_give_numbers(bool centre)
    {
        CorrespondenceProblem problem = Problems.Random(9, 16, Problems.Blocks(1, 40, 3), Problems.Blocks(2, 40, 3), Compact with { CentrePerBlock = centre });
        WarpedColor result = Warp(problem with { TargetFeatures = new float[40 * 16], ReferenceFeatures = new float[40 * 16] });
        Assert.All(result.A.Concat(result.B).Concat(result.Similarity), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Blocks_on_one_side_only_stay_zero()
    {
        WarpedColor result = Warp(Problems.Random(10, 16, [0, 0, -1, 1], [1, 2, -1]));
        Assert.Equal([false, false, false, true], result.Related);
        Assert.Equal([0f, 0f, 0f], result.A[..3]);
        Assert.Equal([0f, 0f, 0f], result.B[..3]);
        Assert.Equal([0f, 0f, 0f], result.Similarity[..3]);
        Assert.Equal([0f, 0f, 0f], result.BestCosine[..3]);
    }

    [Fact]
    public void Without_reference_cells_nothing_is_related()
        => Assert.DoesNotContain(true, Warp(Problems.Random(11, 16, [0, 1], [])).Related);

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        CorrespondenceProblem problem = Problems.Random(12, 37, Problems.Blocks(3, 700, 3), Problems.Blocks(4, 1900, 3));
        WarpedColor one = new SemanticCorrespondence(1).Warp(problem, CancellationToken.None);
        foreach (int threads in new[] { 2, 3, 8, -1 })
        {
            WarpedColor many = new SemanticCorrespondence(threads).Warp(problem, CancellationToken.None);
            Assert.Equal(one.A, many.A);
            Assert.Equal(one.B, many.B);
            Assert.Equal(one.Similarity, many.Similarity);
            Assert.Equal(one.BestCosine, many.BestCosine);
            Assert.Equal(one.BestMatch, many.BestMatch);
        }
    }

    [Fact]
    public void A_cancelled_problem_is_given_up()
        => Assert.ThrowsAny<OperationCanceledException>(
            () => new SemanticCorrespondence().Warp(Problems.Random(13, 16, new int[100], new int[100]), new CancellationToken(canceled: true)));

    [Fact]
    public void A_tile_under_way_is_given_up()
    {
        CorrespondenceProblem problem = Problems.Random(13, 16, new int[10], new int[100]);
        ParallelOptions options = new();
        BlockIndex index = new(problem.TargetBlock, 1);
        BlockVectors target = new(problem.TargetFeatures, problem.Channels, index, centre: true, options);
        using ReferencePanels panels = new(problem, options);
        using TileWorker worker = new(problem, target, panels, WarpedColor.Unrelated(problem.Size));
        Assert.Throws<OperationCanceledException>(() => worker.Run(new RowTile(0, 0, 10), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Problems_that_do_not_fit_together_are_a_defect()
    {
        CorrespondenceProblem good = Problems.Random(14, 4, [0, 1], [0, 1, -1]);
        CorrespondenceProblem[] bad =
        [
            good with { Channels = 5 },
            good with { Channels = 0 },
            good with { TargetBlock = [0] },
            good with { TargetBlock = [0, 2] },
            good with { TargetConfidence = [] },
            good with { ReferenceBlock = [0, 1] },
            good with { ReferenceBlock = [0, 1, -2] },
            good with { ReferenceA = [] },
            good with { ReferenceBlockCount = 1 },
            good with { Matches = [[0], [2]] },
            good with { Matches = [[0], [-1]] },
            good with { Settings = good.Settings with { Temperature = 0 } },
        ];
        Assert.All(bad, problem => Assert.Throws<ArgumentException>(() => Warp(problem)));
    }

    /// <summary>Vectors that are not made unit have lengths near √(channels/3); a temperature to match keeps the float error of a
    /// product, divided by it, the same as in the paper's setting.</summary>
    private static CorrespondenceSettings UnitScale(int channels) => Compact with { Temperature = Compact.Temperature * channels };

    private static WarpedColor Warp(CorrespondenceProblem problem) => new SemanticCorrespondence().Warp(problem, CancellationToken.None);

    private static void Check(CorrespondenceProblem problem)
    {
        WarpedColor found = Warp(problem);
        Near.AssertNear(new NaiveCorrespondence().Warp(problem, CancellationToken.None), found);
        Near.AssertBestMatches(problem, found);
    }
}
