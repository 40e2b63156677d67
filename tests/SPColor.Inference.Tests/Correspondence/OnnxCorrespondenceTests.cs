using CsCheck;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Tests.Correspondence;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Correspondence;

public sealed class OnnxCorrespondenceTests
{
    private static readonly CorrespondenceSettings Compact = new(0.012f, CentrePerBlock: false, 0.1f, 0.6f, ClampSimilarity: true);

    [Fact]
    public void Agrees_with_the_oracle_for_any_number_of_areas_and_references()
    {
        using var engine = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);
        Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 27], Gen.Int[1, 81], Gen.Int[1, 300], Gen.Bool).Sample(
            (seed, targetBlocks, referenceBlocks, references, centred) =>
            {
                CorrespondenceSettings settings = centred ? CorrespondenceSettings.Paper : Compact;
                CorrespondenceProblem problem = Problems.Random(seed, new GridSize(12, 9), references, targetBlocks, referenceBlocks, settings);
                Near.AssertNear(Oracle(problem), engine.Warp(problem, CancellationToken.None));
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public void Agrees_with_the_oracle_when_cut_into_tiles()
    {
        CorrespondenceProblem problem = Problems.Random(5, new GridSize(65, 64), 90, 5, 4, CorrespondenceSettings.Paper, channels: 8);
        using var engine = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);

        WarpedColor actual = engine.Warp(problem, TestContext.Current.CancellationToken);

        Assert.True(CorrespondenceShape.Of(problem).Tiles > 1);
        Near.AssertNear(Oracle(problem), actual);
    }

    [Fact]
    public void Vectors_that_are_not_unit_length_never_reach_a_foreign_area()
    {
        CorrespondenceProblem problem = Problems.Random(7, new GridSize(8, 8), 70, 4, 4, Compact);
        problem = problem with { TargetFeatures = [.. problem.TargetFeatures.Select(value => value * 3)] };
        using var engine = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);

        WarpedColor actual = engine.Warp(problem, TestContext.Current.CancellationToken);

        Near.AssertNear(Oracle(problem), actual);
    }

    [Fact]
    public void No_match_at_all_gives_grey_and_no_work()
    {
        CorrespondenceProblem problem = Problems.Random(9, new GridSize(8, 8), 20, 3, 3, Compact) with { Matches = [[], [], []] };
        using var engine = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);

        WarpedColor actual = engine.Warp(problem, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(true, actual.Related);
        Assert.All(actual.A.Concat(actual.B).Concat(actual.Similarity).Concat(actual.BestCosine), value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Cancelled_before_it_starts()
    {
        using var engine = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);
        CorrespondenceProblem problem = Problems.Random(1, new GridSize(8, 8), 20, 1, 1, Compact) with { Matches = [[0]] };

        Assert.ThrowsAny<OperationCanceledException>(() => engine.Warp(problem, new CancellationToken(canceled: true)));
    }

    private static WarpedColor Oracle(CorrespondenceProblem problem) => new NaiveCorrespondence().Warp(problem, CancellationToken.None);
}
