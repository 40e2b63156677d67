using SPColor.Inference.Protos;

namespace SPColor.Inference.Graphs;

/// <summary>Compares what a stored tensor claims with the data that is there.</summary>
internal static class TensorCheck
{
    private const int ExternalLocation = 1;

    /// <summary>What is wrong with a tensor, or null.</summary>
    /// <param name="tensor">The tensor.</param>
    internal static string? Fault(TensorProto tensor)
    {
        if (tensor.DataLocation == ExternalLocation || tensor.ExternalData.Count > 0)
            return "keeps its data in another file";
        if (Layout(tensor) is not var (bytes, stored))
            return $"has the unknown element type {tensor.DataType}";
        if (Count(tensor) is not { } count)
            return $"has impossible dimensions [{string.Join(", ", tensor.Dims.Take(8))}]";
        bool raw = tensor.RawData.Length > 0;
        if (raw && stored > 0)
            return "holds its data twice";
        long present = raw ? tensor.RawData.Length : stored;
        long claimed = raw ? count * bytes : count;
        return present == claimed ? null : $"claims {claimed} {(raw ? "bytes" : "numbers")} and holds {present}";
    }

    // Bounded by 2³¹ elements, so that count · bytes cannot overflow.
    private static long? Count(TensorProto tensor)
    {
        long count = 1;
        foreach (long side in tensor.Dims)
        {
            if (side is < 0 or > int.MaxValue)
                return null;
            count *= side;
            if (count > int.MaxValue)
                return null;
        }

        return count;
    }

    /// <summary>Bytes of a raw element, and how many elements the field of the type holds.</summary>
    private static (int Bytes, long Stored)? Layout(TensorProto tensor) => tensor.DataType switch
    {
        TensorType.Float => (4, tensor.FloatData.Count),
        TensorType.UInt8 or TensorType.Int8 or TensorType.Bool => (1, tensor.Int32Data.Count),
        TensorType.UInt16 or TensorType.Int16 or TensorType.Float16 => (2, tensor.Int32Data.Count),
        TensorType.Int32 => (4, tensor.Int32Data.Count),
        TensorType.Int64 => (8, tensor.Int64Data.Count),
        TensorType.Double => (8, tensor.DoubleData.Count),
        _ => null,
    };
}
