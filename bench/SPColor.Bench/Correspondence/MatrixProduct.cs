using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Bench.Correspondence;

/// <summary>The arithmetic floor: one (n×k)·(k×m) product by ONNX Runtime on one thread, and nothing else.</summary>
internal sealed class MatrixProduct : IDisposable
{
    private readonly OnnxSession _session;
    private readonly NamedTensor[] _inputs;
    private readonly NamedTensor[] _outputs;

    public MatrixProduct(int n, int k, int m)
    {
        var builder = new GraphBuilder("floor");
        builder.Node("MatMul", [builder.Input("x", n, k), builder.Input("y", k, m)], "z");
        builder.Output("z", n, m);
        _session = new SessionFactory(ComputeDevice.Cpu, threads: 1).Create(builder.Build(), new Dictionary<string, long>());
        _inputs = [NamedTensor.Create("x", n, k), NamedTensor.Create("y", k, m)];
        _outputs = [NamedTensor.Create("z", n, m)];
        foreach (NamedTensor input in _inputs)
            Array.Fill(input.Values, 0.5f);
    }

    public void Run() => _session.Run(_inputs, _outputs, CancellationToken.None);

    public void Dispose() => _session.Dispose();
}
