using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SPColor.Inference.Graphs;

/// <summary>Weights as the container stores them.</summary>
internal static class GraphWeights
{
    /// <summary>Little-endian bytes of 32-bit floats, or of the nearest 16-bit ones.</summary>
    /// <param name="values">The weights.</param>
    /// <param name="half">Whether to round to 16 bits; what is too large for them becomes infinite, which callers must refuse.</param>
    internal static byte[] Bytes(float[] values, bool half)
    {
        if (!half)
            return MemoryMarshal.AsBytes<float>(values).ToArray();
        var halves = new Half[values.Length];
        TensorPrimitives.ConvertToHalf(values, halves);
        return MemoryMarshal.AsBytes<Half>(halves).ToArray();
    }
}
