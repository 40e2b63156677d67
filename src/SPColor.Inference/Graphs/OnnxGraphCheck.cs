using Google.Protobuf;
using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>Looks at a graph before ONNX Runtime does, and refuses what no network of ours needs and what could harm.</summary>
internal static class OnnxGraphCheck
{
    /// <summary>Newest operator set that DirectML promises to run.</summary>
    internal const int NewestOpset = 17;

    /// <summary>Oldest operator set whose operators mean what the newest's mean in our networks.</summary>
    internal const int OldestOpset = 11;

    /// <summary>Most nodes; the paper's ViT-B/8 has under 2000.</summary>
    internal const int MaximumNodes = 20_000;

    /// <summary>Most initializers and tensor attributes.</summary>
    internal const int MaximumTensors = 20_000;

    /// <summary>Checks a graph.</summary>
    /// <param name="bytes">Content of an .onnx file.</param>
    /// <param name="place">Where it came from, for messages.</param>
    /// <exception cref="SPColorException">What is wrong with it, by name.</exception>
    internal static OnnxGraph Check(byte[] bytes, string place)
    {
        ModelProto model = Parse(bytes, place);
        CheckModel(model, place);
        CheckTensors(model.Graph, place);
        string? fault = ConstantCheck.Fault(model.Graph, bytes.Length);
        Require(fault is null, place, fault!);
        var given = model.Graph.Initializer.Select(tensor => tensor.Name).ToHashSet();
        return new OnnxGraph(
            bytes,
            place,
            [.. model.Graph.Input.Where(input => !given.Contains(input.Name)).Select(GraphValue.From)],
            [.. model.Graph.Output.Select(GraphValue.From)]);
    }

    private static ModelProto Parse(byte[] bytes, string place)
    {
        try
        {
            return ModelProto.Parser.WithDiscardUnknownFields(true).ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw Refused(place, $"it is no ONNX file: {e.Message}", e);
        }
    }

    private static void CheckModel(ModelProto model, string place)
    {
        Require(model.Graph is { Node.Count: > 0 }, place, "it holds no graph");
        Require(model.Functions.Count == 0, place, "it defines functions");
        Require(model.TrainingInfo.Count == 0, place, "it holds training graphs");
        Require(model.OpsetImport.Count > 0, place, "it names no operator set");
        foreach (OperatorSetProto opset in model.OpsetImport)
        {
            Require(IsStandard(opset.Domain), place, $"it uses operators of \"{opset.Domain}\"");
            bool allowed = opset.Version is >= OldestOpset and <= NewestOpset;
            Require(allowed, place, $"its operator set is {opset.Version}, allowed are {OldestOpset} to {NewestOpset}");
        }

        Require(model.Graph!.Node.Count <= MaximumNodes, place, $"it has {model.Graph.Node.Count} nodes, allowed are {MaximumNodes}");
        foreach (NodeProto node in model.Graph.Node)
        {
            Require(IsStandard(node.Domain), place, $"node \"{node.Name}\" uses an operator of \"{node.Domain}\"");
            bool allowed = AllowedOperators.Contains(node.OpType);
            Require(allowed, place, $"node \"{node.Name}\" uses \"{node.OpType}\", which no network for SPColor needs");
            bool plain = node.Attribute.All(attribute => attribute.G is null && attribute.Graphs.Count == 0);
            Require(plain, place, $"node \"{node.Name}\" holds a graph of its own");
        }
    }

    private static void CheckTensors(GraphProto graph, string place)
    {
        AttributeProto[] attributes = [.. graph.Node.SelectMany(node => node.Attribute)];
        bool sparse = graph.SparseInitializer.Count > 0
            || attributes.Any(attribute => attribute.SparseTensor is not null || attribute.SparseTensors.Count > 0);
        Require(!sparse, place, "it holds sparse tensors");
        TensorProto[] tensors =
        [
            .. graph.Initializer,
            .. attributes.Select(attribute => attribute.T).OfType<TensorProto>(),
            .. attributes.SelectMany(attribute => attribute.Tensors),
        ];
        Require(tensors.Length <= MaximumTensors, place, $"it has {tensors.Length} tensors, allowed are {MaximumTensors}");
        foreach (TensorProto tensor in tensors)
        {
            string? fault = TensorCheck.Fault(tensor);
            Require(fault is null, place, $"tensor \"{tensor.Name}\" {fault}");
        }
    }

    private static bool IsStandard(string domain) => domain is "" or "ai.onnx";

    private static void Require(bool holds, string place, string what)
    {
        if (!holds)
            throw Refused(place, what, null);
    }

    // What is wrong may quote names from the file, which can be anything.
    private static SPColorException Refused(string place, string what, Exception? cause)
    {
        string line = (what.Length <= 300 ? what : what[..300]).ReplaceLineEndings(" ");
        return new SPColorException($"{place} is refused: {line}; {PackFailure.Cure}", cause);
    }
}
