namespace SPColor.Inference.Graphs;

/// <summary>ONNX's numbers for element types, as far as networks for SPColor may hold them.</summary>
internal static class TensorType
{
    /// <summary>32-bit float.</summary>
    internal const int Float = 1;

    /// <summary>Unsigned byte.</summary>
    internal const int UInt8 = 2;

    /// <summary>Signed byte.</summary>
    internal const int Int8 = 3;

    /// <summary>Unsigned 16-bit integer.</summary>
    internal const int UInt16 = 4;

    /// <summary>Signed 16-bit integer.</summary>
    internal const int Int16 = 5;

    /// <summary>Signed 32-bit integer.</summary>
    internal const int Int32 = 6;

    /// <summary>Signed 64-bit integer.</summary>
    internal const int Int64 = 7;

    /// <summary>Truth value, one byte.</summary>
    internal const int Bool = 9;

    /// <summary>16-bit float.</summary>
    internal const int Float16 = 10;

    /// <summary>64-bit float.</summary>
    internal const int Double = 11;
}
