using Google.Protobuf;
using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>Attributes of operators, as the container wants them.</summary>
internal static class GraphAttribute
{
    private const int FloatType = 1;
    private const int IntType = 2;
    private const int TextType = 3;
    private const int IntsType = 7;

    /// <summary>A number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    internal static AttributeProto Float(string name, float value) => new() { Name = name, Type = FloatType, F = value };

    /// <summary>A whole number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    internal static AttributeProto Int(string name, long value) => new() { Name = name, Type = IntType, I = value };

    /// <summary>A word.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    internal static AttributeProto Text(string name, string value) => new() { Name = name, Type = TextType, S = ByteString.CopyFromUtf8(value) };

    /// <summary>Whole numbers.</summary>
    /// <param name="name">Their name.</param>
    /// <param name="values">Their values.</param>
    internal static AttributeProto Ints(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = IntsType };
        attribute.Ints.Add(values);
        return attribute;
    }
}
