using SPColor.Core.Models;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Graphs;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>Every graph that is shipped or generated.</summary>
public sealed class ShippedGraphTests
{
    private const long CompactBytes = 30_000_000;

    [Fact]
    public void All_run_on_DirectML()
    {
        ModelPack pack = CompactPack.Open();
        byte[][] graphs =
        [
            .. pack.Manifest.Files.Where(file => file.Path.EndsWith(".onnx", StringComparison.Ordinal)).Select(file => pack.Read(file.Path, TestContext.Current.CancellationToken)),
            CorrespondenceGraph.Matching(64, 64, 8, 32, 0.01f).Bytes,
        ];

        Assert.Equal(4, graphs.Length);
        foreach (ModelProto model in graphs.Select(ModelProto.Parser.ParseFrom))
        {
            Assert.All(model.OpsetImport, opset => Assert.InRange(opset.Version, 1, OnnxGraphCheck.NewestOpset));
            long opset = model.OpsetImport.Single().Version;
            // A constant is an initializer by the time a session runs.
            Assert.All(
                FirstInputs.Of(model.Graph).Where(input => input.Operator != "Constant"),
                input => Assert.Null(DirectMLKernels.Fault(input.Operator, opset, input.Type)));
            Assert.All(FirstInputs.Of(model.Graph), input => Assert.True(
                AllowedOperators.AnyType.Contains(input.Operator) || (AllowedOperators.Float.Contains(input.Operator) && input.Type == TensorType.Float),
                $"{input.Operator} of type {input.Type}"));
        }
    }

    [Theory]
    [InlineData("Range", 13, TensorType.Int64, "no kernel")]
    [InlineData("Resize", 9, TensorType.Float, "from operator set 10")]
    [InlineData("Conv", 13, TensorType.Double, "element type 11")]
    public void What_DirectML_would_not_run_is_found(string type, long opset, int element, string fault) =>
        Assert.Contains(fault, DirectMLKernels.Fault(type, opset, element), StringComparison.Ordinal);

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
