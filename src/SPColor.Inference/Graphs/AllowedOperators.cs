using System.Collections.Frozen;

namespace SPColor.Inference.Graphs;

/// <summary>
/// The operators that a network for SPColor may use: what the compact pack, the paper's networks (spcolor.md §1) and the generated
/// graphs need, and what DirectML has kernels for in every operator set that is allowed. Left out on purpose is what makes large tensors
/// from small ones at the whim of a few numbers (ConstantOfShape, Expand, Tile, Range), and Shape, which static graphs do not need.
/// Source: ONNX Runtime, docs/OperatorKernels.md, "Operators implemented by DmlExecutionProvider", at commit
/// 001d12d2623fd411ce0f83d05abb5e82304a3389 (Constant needs no kernel: it is an initializer by the time a session runs).
/// </summary>
internal static class AllowedOperators
{
    /// <summary>Kernels for single precision; some exist for integers too, which our graphs do not compute with.</summary>
    internal static FrozenSet<string> Float { get; } = new[]
    {
        "Add", "ArgMax", "AveragePool", "Clip", "Conv", "Div", "Erf", "Exp", "Gemm", "GlobalAveragePool", "InstanceNormalization", "LayerNormalization",
        "LeakyRelu", "MatMul", "Max", "MaxPool", "Min", "Mul", "Neg", "PRelu", "Pow", "ReduceL2", "ReduceMax", "ReduceMean", "ReduceSum", "Relu",
        "Resize", "Sigmoid", "Softmax", "Sqrt", "Sub", "Tanh",
    }.ToFrozenSet();

    /// <summary>Kernels that only move or convert numbers, of every type that a graph may hold.</summary>
    internal static FrozenSet<string> AnyType { get; } = new[]
    {
        "Cast", "Concat", "Constant", "DepthToSpace", "Flatten", "Gather", "Identity", "Pad", "Reshape", "Slice", "Split", "Squeeze", "Transpose",
        "Unsqueeze",
    }.ToFrozenSet();

    /// <summary>Whether a graph may use an operator.</summary>
    /// <param name="type">Its name in ONNX.</param>
    internal static bool Contains(string type) => Float.Contains(type) || AnyType.Contains(type);
}
