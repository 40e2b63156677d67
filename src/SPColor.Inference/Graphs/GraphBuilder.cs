using System.Runtime.InteropServices;
using Google.Protobuf;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>Writes small float graphs of operator set 13, which DirectML runs whole.</summary>
/// <param name="name">Name of the graph.</param>
internal sealed class GraphBuilder(string name)
{
    private const int IrVersion = 7;
    private const int Opset = 13;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    private readonly GraphProto _graph = new() { Name = name };

    /// <summary>Declares an input.</summary>
    /// <param name="input">Its name.</param>
    /// <param name="shape">Its static shape.</param>
    /// <returns>The name.</returns>
    internal string Input(string input, params long[] shape)
    {
        _graph.Input.Add(Value(input, shape));
        return input;
    }

    /// <summary>Declares an output, which some node must be named for.</summary>
    /// <param name="output">Its name.</param>
    /// <param name="shape">Its static shape.</param>
    internal void Output(string output, params long[] shape) => _graph.Output.Add(Value(output, shape));

    /// <summary>Stores numbers.</summary>
    /// <param name="values">One number is a scalar, more are a vector.</param>
    /// <returns>The constant's name.</returns>
    internal string Constant(params float[] values) => Store(TensorType.Float, MemoryMarshal.AsBytes<float>(values), values.Length);

    /// <summary>Stores axes.</summary>
    /// <param name="axis">The one axis.</param>
    /// <returns>The constant's name.</returns>
    internal string Axis(long axis)
    {
        string stored = Store(TensorType.Int64, MemoryMarshal.AsBytes(new ReadOnlySpan<long>(in axis)), 1);
        _graph.Initializer[^1].Dims.Add(1);
        return stored;
    }

    /// <summary>Adds an operator.</summary>
    /// <param name="type">Its name in ONNX.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="output">Name of its result, or null: made up.</param>
    /// <param name="axis">Its attribute "axis", if any.</param>
    /// <param name="perm">Its attribute "perm", if any.</param>
    /// <param name="axes">Its attribute "axes", if any.</param>
    /// <returns>The result's name.</returns>
    internal string Node(string type, string[] inputs, string? output = null, long? axis = null, long[]? perm = null, long[]? axes = null)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}{_graph.Node.Count}" };
        node.Input.Add(inputs);
        node.Output.Add(output ?? node.Name);
        if (axis is { } number)
            node.Attribute.Add(new AttributeProto { Name = "axis", Type = IntAttribute, I = number });
        AddInts(node, "perm", perm);
        AddInts(node, "axes", axes);
        _graph.Node.Add(node);
        return node.Output[0];
    }

    /// <summary>The finished graph, passed through the same check as any other.</summary>
    internal OnnxGraph Build()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "SPColor", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetProto { Version = Opset });
        return OnnxGraphCheck.Check(model.ToByteArray(), $"the generated graph \"{_graph.Name}\"");
    }

    private static void AddInts(NodeProto node, string attributeName, long[]? values)
    {
        if (values is null)
            return;
        var attribute = new AttributeProto { Name = attributeName, Type = IntsAttribute };
        attribute.Ints.Add(values);
        node.Attribute.Add(attribute);
    }

    private string Store(int type, ReadOnlySpan<byte> bytes, int count)
    {
        string constant = $"Constant{_graph.Initializer.Count}";
        var tensor = new TensorProto { Name = constant, DataType = type, RawData = ByteString.CopyFrom(bytes) };
        if (count > 1)
            tensor.Dims.Add(count);
        _graph.Initializer.Add(tensor);
        return tensor.Name;
    }

    private static ValueProto Value(string value, long[] shape)
    {
        var proto = new ShapeProto();
        proto.Dim.Add(shape.Select(side => new DimensionProto { DimValue = side }));
        var tensor = new TensorTypeProto { ElemType = TensorType.Float, Shape = proto };
        return new ValueProto { Name = value, Type = new TypeProto { TensorType = tensor } };
    }
}
