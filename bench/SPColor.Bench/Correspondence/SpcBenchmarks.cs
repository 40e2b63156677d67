using BenchmarkDotNet.Attributes;
using SPColor.Core.Correspondence;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Sessions;

namespace SPColor.Bench.Correspondence;

/// <summary>
/// Step 6 on one thread: our blocks against the published loop, against the ONNX graph (form B), and against the arithmetic floor:
/// ONNX Runtime's own matrix product over the same number of multiply-adds.
/// </summary>
public class SpcBenchmarks : IDisposable
{
    private CorrespondenceProblem _problem = null!;
    private SemanticCorrespondence _blocks = null!;
    private OnnxCorrespondence _graph = null!;
    private MatrixProduct _floor = null!;

    public enum ProblemSize
    {
        Side64_K1,
        Side64_K22,
        Side128_K1,
        Side128_K8,
    }

    [Params(ProblemSize.Side64_K22, ProblemSize.Side64_K1, ProblemSize.Side128_K8, ProblemSize.Side128_K1)]
    public ProblemSize Problem { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (side, classes) = Problem switch
        {
            ProblemSize.Side64_K1 => (64, 1), ProblemSize.Side64_K22 => (64, 22), ProblemSize.Side128_K1 => (128, 1), _ => (128, 8),
        };
        _problem = RandomProblem.Create(side, classes);
        _blocks = new SemanticCorrespondence(maxDegreeOfParallelism: 1);
        _graph = new OnnxCorrespondence(ComputeDevice.Cpu, threads: 1);
        _floor = new MatrixProduct(side * side, _problem.Channels, side * side / classes);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _graph.Dispose();
        _floor.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void ArithmeticFloor() => _floor.Run();

    [Benchmark]
    public WarpedColor Blocks() => _blocks.Warp(_problem, CancellationToken.None);

    [Benchmark]
    public float PublishedLoop() => PerClassLoop.Run(_problem);

    [Benchmark]
    public WarpedColor GraphFormB() => _graph.Warp(_problem, CancellationToken.None);
}
