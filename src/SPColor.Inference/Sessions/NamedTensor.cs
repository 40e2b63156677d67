namespace SPColor.Inference.Sessions;

/// <summary>A dense float tensor in managed memory, handed to ONNX Runtime without a copy.</summary>
/// <param name="Name">Name of the graph's input or output.</param>
/// <param name="Shape">Dimensions.</param>
/// <param name="Values">As many numbers as the dimensions say.</param>
internal sealed record NamedTensor(string Name, long[] Shape, float[] Values)
{
    /// <summary>A tensor to be filled.</summary>
    /// <param name="name">Name of the graph's input or output.</param>
    /// <param name="shape">Dimensions.</param>
    internal static NamedTensor Create(string name, params long[] shape)
    {
        long count = 1;
        foreach (long side in shape)
            count = checked(count * side);
        return new NamedTensor(name, shape, GC.AllocateUninitializedArray<float>(checked((int)count)));
    }
}
