using SPColor.Inference.Protos;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>Walks a graph's operators with their types.</summary>
internal static class FirstInputs
{
    /// <summary>Every operator with the element type of its first input, which here is its result's, but for Cast and Constant.</summary>
    internal static IEnumerable<(string Operator, int Type)> Of(GraphProto graph)
    {
        Dictionary<string, int> types = graph.Initializer.ToDictionary(tensor => tensor.Name, tensor => tensor.DataType);
        foreach (ValueProto input in graph.Input)
            types[input.Name] = input.Type.TensorType.ElemType;
        foreach (NodeProto node in graph.Node)
        {
            int first = node.OpType == "Constant" ? node.Attribute[0].T.DataType : types[node.Input[0]];
            int result = node.OpType == "Cast" ? (int)node.Attribute.Single(attribute => attribute.Name == "to").I : first;
            foreach (string output in node.Output)
                types[output] = result;
            yield return (node.OpType, first);
        }
    }
}
