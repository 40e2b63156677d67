using Google.Protobuf;
using SPColor.Inference.Graphs;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>Small models for the checks.</summary>
internal static class SampleModels
{
    /// <summary>Features minus their block's sum: matrices, a reduction, constants and attributes.</summary>
    internal static ModelProto Sound()
    {
        var graph = new GraphBuilder("centring");
        string features = graph.Input("features", 4, 3);
        string blocks = graph.Input("blocks", 4, 2);
        string members = graph.Node("Transpose", [blocks], perm: [1, 0]);
        string counts = graph.Node("Max", [graph.Node("ReduceSum", [members, graph.Axis(1)]), graph.Constant(1f)]);
        string means = graph.Node("Div", [graph.Node("MatMul", [members, features]), counts]);
        graph.Node("Sub", [features, graph.Node("MatMul", [blocks, means])], "centred");
        graph.Output("centred", 4, 3);
        return ModelProto.Parser.ParseFrom(graph.Build().Bytes);
    }

    /// <summary>The same with one change.</summary>
    internal static byte[] With(Action<ModelProto> change)
    {
        ModelProto model = Sound();
        change(model);
        return model.ToByteArray();
    }

    internal static TensorProto Tensor(params long[] dims)
    {
        var tensor = new TensorProto { Name = "claim", DataType = TensorType.Float, RawData = ByteString.CopyFrom(new byte[16]) };
        tensor.Dims.Add(dims);
        return tensor;
    }

    internal static TensorProto Zeros(string name, int count)
    {
        var tensor = new TensorProto { Name = name, DataType = TensorType.Float, RawData = ByteString.CopyFrom(new byte[sizeof(float) * count]) };
        tensor.Dims.Add(count);
        return tensor;
    }

    /// <summary>Adds a node before all others, and the stored numbers "claim" that it may name.</summary>
    internal static void Prepend(ModelProto model, string type, params string[] inputs)
    {
        var node = new NodeProto { OpType = type, Name = $"added{model.Graph.Node.Count}" };
        node.Input.Add(inputs);
        node.Output.Add(node.Name);
        model.Graph.Node.Insert(0, node);
        model.Graph.Initializer.Add(Tensor(4));
    }
}
