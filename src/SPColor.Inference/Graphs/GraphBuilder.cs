using System.Runtime.InteropServices;
using Google.Protobuf;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>Writes float graphs that DirectML runs whole.</summary>
/// <param name="name">Name of the graph.</param>
/// <param name="opset">Operator set, at most <see cref="OnnxGraphCheck.NewestOpset"/>.</param>
internal sealed class GraphBuilder(string name, int opset = 13)
{
    private const int IrVersion = 7;

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

    /// <summary>Stores a tensor.</summary>
    /// <param name="values">Row-major numbers, copied.</param>
    /// <param name="half">Stores them as 16-bit floats; the graph computes with 32 bits all the same.</param>
    /// <param name="dimensions">Its shape.</param>
    /// <returns>The tensor's name.</returns>
    internal string Tensor(float[] values, bool half, params long[] dimensions)
    {
        var tensor = new TensorProto { Name = $"Constant{_graph.Initializer.Count}", DataType = half ? TensorType.Float16 : TensorType.Float };
        tensor.RawData = UnsafeByteOperations.UnsafeWrap(GraphWeights.Bytes(values, half));
        tensor.Dims.Add(dimensions);
        _graph.Initializer.Add(tensor);
        return half ? Node("Cast", [tensor.Name], GraphAttribute.Int("to", TensorType.Float)) : tensor.Name;
    }

    /// <summary>Stores whole numbers, such as a shape.</summary>
    /// <param name="values">The numbers.</param>
    /// <returns>The constant's name.</returns>
    internal string Integers(params long[] values)
    {
        string stored = Store(TensorType.Int64, MemoryMarshal.AsBytes<long>(values), 1);
        _graph.Initializer[^1].Dims.Add(values.Length);
        return stored;
    }

    /// <summary>Declares an input whose height and width are free: 1 × channels × height × width.</summary>
    /// <param name="input">Its name.</param>
    /// <param name="channels">Its channels.</param>
    /// <returns>The name.</returns>
    internal string Picture(string input, long channels)
    {
        _graph.Input.Add(Value(input, [1, channels, 0, 0]));
        Free(_graph.Input[^1], "height", "width");
        return input;
    }

    /// <summary>Declares an output of free height and width, which some node must be named for.</summary>
    /// <param name="output">Its name.</param>
    /// <param name="channels">Its channels.</param>
    /// <param name="height">Name of its height: those of equal size share it.</param>
    /// <param name="width">Name of its width.</param>
    internal void PictureOutput(string output, long channels, string height, string width)
    {
        _graph.Output.Add(Value(output, [1, channels, 0, 0]));
        Free(_graph.Output[^1], height, width);
    }

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
        string result = Node(type, inputs, attributes: []);
        NodeProto node = _graph.Node[^1];
        if (output is not null)
            node.Output[0] = result = output;
        if (axis is { } number)
            node.Attribute.Add(GraphAttribute.Int("axis", number));
        if (perm is not null)
            node.Attribute.Add(GraphAttribute.Ints("perm", perm));
        if (axes is not null)
            node.Attribute.Add(GraphAttribute.Ints("axes", axes));
        return result;
    }

    /// <summary>Adds an operator with any attributes.</summary>
    /// <param name="type">Its name in ONNX.</param>
    /// <param name="inputs">Names of its inputs.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The result's name.</returns>
    internal string Node(string type, string[] inputs, params AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = type, Name = $"{type}{_graph.Node.Count}" };
        node.Input.Add(inputs);
        node.Output.Add(node.Name);
        node.Attribute.Add(attributes);
        _graph.Node.Add(node);
        return node.Name;
    }

    /// <summary>Names the result of the operator that was added last.</summary>
    /// <param name="output">The name.</param>
    internal void NameLast(string output) => _graph.Node[^1].Output[0] = output;

    /// <summary>The finished graph, passed through the same check as any other.</summary>
    internal OnnxGraph Build()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "SPColor", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetProto { Version = opset });
        return OnnxGraphCheck.Check(model.ToByteArray(), $"the generated graph \"{_graph.Name}\"");
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

    private static void Free(ValueProto value, string height, string width)
    {
        ShapeProto shape = value.Type.TensorType.Shape;
        (shape.Dim[2], shape.Dim[3]) = (new() { DimParam = height }, new() { DimParam = width });
    }
}
