using CsCheck;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Tests.Correspondence;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Correspondence;

/// <summary>The blocks of the processor and the graph of the adapters, on the same problems (spcolor.md §6).</summary>
public sealed class FormsAgreeTests : IDisposable
{
    private static readonly CorrespondenceSettings Compact = new(0.012f, CentrePerBlock: false, 0.1f, 0.6f, ClampSimilarity: true);

    private readonly SemanticCorrespondence _blocks = new();
    private readonly OnnxCorrespondence _graph = new(ComputeDevice.Cpu, threads: 1);

    /// <summary>Areas 1…27, up to three references' blocks, one-cell areas, areas that match nothing, grids of any shape.</summary>
    [Fact]
    public void On_random_problems() =>
        Gen.Select(Gen.Int[0, 9999], Gen.Select(Gen.Int[1, 24], Gen.Int[1, 24]), Gen.Int[1, 27], Gen.Int[1, 81], Gen.Int[1, 400], Gen.Int[1, 40], Gen.Bool)
            .Sample(
                (seed, sides, targetBlocks, referenceBlocks, references, channels, paper) => AssertAgree(Problems.Random(
                    seed,
                    new GridSize(sides.Item1, sides.Item2),
                    references,
                    targetBlocks,
                    referenceBlocks,
                    paper ? CorrespondenceSettings.Paper : Compact,
                    channels)),
                iter: 100,
                threads: 1);

    [Theory]
    [InlineData(65, 64, 300, true)]
    [InlineData(129, 33, 300, false)]
    [InlineData(16, 9, 4200, true)]
    [InlineData(16, 9, 4200, false)]
    [InlineData(70, 60, 4300, true)]
    public void Above_4096_cells_on_either_side(int width, int height, int references, bool paper)
    {
        CorrespondenceProblem problem = Problems.Random(
            3, new GridSize(width, height), references, 12, 24, paper ? CorrespondenceSettings.Paper : Compact, channels: 16);

        AssertAgree(problem);
    }

    /// <summary>The vectors of a blown-out sky are all the same: centred they are zero, and no rounding may become a direction.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(11)]
    public void On_areas_of_equal_vectors(int seed)
    {
        CorrespondenceProblem problem = Problems.Random(seed, new GridSize(9, 7), 50, 4, 4, CorrespondenceSettings.Paper) with
        {
            Matches = [[0], [1], [2], [3]],
        };
        float[] sky = problem.TargetFeatures[..problem.Channels];
        float[] features = [.. problem.TargetBlock.SelectMany((block, i) => block == 1 ? sky : problem.TargetFeatures.AsSpan(i * problem.Channels, problem.Channels).ToArray())];

        AssertAgree(problem with { TargetFeatures = features });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void On_the_published_result(bool graph)
    {
        double[] expected = Npy.Doubles("spc16/expected_ab_S_float64.npy");
        CorrespondenceProblem problem = Problems.Golden();
        int n = problem.Size.Count;
        float[] Plane(int index) => [.. expected.Skip(index * n).Take(n).Select(value => (float)value)];
        bool[] related = [.. problem.TargetBlock.Select(problem.ReferenceBlock.Contains)];

        WarpedColor actual = (graph ? (ICorrespondence)_graph : _blocks).Warp(problem, TestContext.Current.CancellationToken);

        // What was published has no best cosine; the oracle's stands in for it.
        float[] bestCosine = new NaiveCorrespondence().Warp(problem, TestContext.Current.CancellationToken).BestCosine;
        Near.AssertNear(new WarpedColor(problem.Size, Plane(0), Plane(1), Plane(2), bestCosine, actual.BestMatch, related), actual);
    }

    public void Dispose() => _graph.Dispose();

    private void AssertAgree(CorrespondenceProblem problem)
    {
        WarpedColor blocks = _blocks.Warp(problem, CancellationToken.None), graph = _graph.Warp(problem, CancellationToken.None);
        Near.AssertNear(blocks, graph);
        Near.AssertBestMatches(problem, blocks);
        Near.AssertBestMatches(problem, graph);
    }
}
