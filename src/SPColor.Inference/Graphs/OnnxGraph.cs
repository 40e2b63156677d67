using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>A graph that <see cref="OnnxGraphCheck"/> has passed.</summary>
/// <param name="Bytes">The very bytes that were checked.</param>
/// <param name="Place">Where it came from, for messages.</param>
/// <param name="Inputs">Inputs that a caller must give.</param>
/// <param name="Outputs">Outputs.</param>
internal sealed record OnnxGraph(byte[] Bytes, string Place, IReadOnlyList<GraphValue> Inputs, IReadOnlyList<GraphValue> Outputs);

/// <summary>An input or output of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">Its dimensions; empty where the graph does not say.</param>
internal sealed record GraphValue(string Name, IReadOnlyList<GraphDimension> Dimensions)
{
    /// <summary>Reads it from the container.</summary>
    /// <param name="value">The container's form.</param>
    internal static GraphValue From(ValueProto value) => new(
        value.Name,
        [.. (value.Type?.TensorType?.Shape?.Dim ?? []).Select(dimension => new GraphDimension(
            dimension.HasDimValue ? dimension.DimValue : null,
            dimension.HasDimParam ? dimension.DimParam : null))]);
}

/// <summary>A dimension: a size, a free one with a name, or unknown.</summary>
/// <param name="Size">The size, or null.</param>
/// <param name="Name">The name, or null.</param>
internal sealed record GraphDimension(long? Size, string? Name);
