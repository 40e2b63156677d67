using SPColor.Core.Models;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Graphs;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>Every graph that is shipped or generated.</summary>
public sealed class ShippedGraphTests
{
    private const long CompactBytes = 30_000_000;

    // Operators with a DirectML kernel up to operator set 17, as far as our graphs use them (ONNX Runtime's OperatorKernels for DML).
    private static readonly HashSet<string> DirectMLOperators =
    [
        "Add", "Cast", "Concat", "Constant", "Conv", "DepthToSpace", "Div", "Gemm", "MatMul", "Max", "Mul", "ReduceMax", "ReduceMean", "ReduceSum",
        "Relu", "Resize", "Sigmoid", "Slice", "Softmax", "Sqrt", "Sub", "Transpose", "Unsqueeze",
    ];

    [Fact]
    public void All_run_on_DirectML()
    {
        ModelPack pack = CompactPack.Open();
        byte[][] graphs =
        [
            .. pack.Manifest.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal)).Select(file => pack.Read(file.Path, TestContext.Current.CancellationToken)),
            CorrespondenceGraph.Centring(64, 8, 32).Bytes,
            CorrespondenceGraph.Matching(64, 64, 8, 32, 0.01f).Bytes,
        ];

        Assert.Equal(4, graphs.Length);
        foreach (ModelProto model in graphs.Select(ModelProto.Parser.ParseFrom))
        {
            Assert.All(model.OpsetImport, opset => Assert.InRange(opset.Version, 1, OnnxGraphCheck.NewestOpset));
            Assert.All(model.Graph.Node, node => Assert.Contains(node.OpType, DirectMLOperators));
        }
    }

    [Fact]
    public void The_compact_pack_is_small_and_stores_its_weights_as_halves()
    {
        ModelPack pack = CompactPack.Open();

        Assert.InRange(pack.Manifest.Files.Sum(file => file.Bytes), 1, CompactBytes);
        foreach (string path in new[] { pack.Manifest.Features.Target.Graph, pack.Manifest.Color.Graph })
        {
            IEnumerable<TensorProto> weights = ModelProto.Parser.ParseFrom(pack.Read(path, TestContext.Current.CancellationToken)).Graph.Initializer.Where(tensor => tensor.Dims.Count == 4);
            Assert.All(weights, tensor => Assert.Equal(TensorType.Float16, tensor.DataType));
        }
    }
}
