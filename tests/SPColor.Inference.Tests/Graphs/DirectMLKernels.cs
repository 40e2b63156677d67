using System.Globalization;
using SPColor.Inference.Graphs;

namespace SPColor.Inference.Tests.Graphs;

/// <summary>The committed table of DirectML's kernels; its head says where it is from.</summary>
internal static class DirectMLKernels
{
    private static readonly int[] Floats = [TensorType.Float, TensorType.Float16];
    private static readonly int[] Numbers = [.. Floats, TensorType.Int32, TensorType.Int64];
    private static readonly int[] Any = [.. Numbers, TensorType.Double, TensorType.Bool];

    private static readonly Dictionary<string, Kernel> Table = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "directml-kernels.txt"))
        .Where(line => line[0] != '#')
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => new Kernel(int.Parse(words[1], CultureInfo.InvariantCulture), Types(words[^1])));

    /// <summary>Why DirectML would leave a node to the processor, or null.</summary>
    /// <param name="type">The operator's name.</param>
    /// <param name="opset">The model's operator set.</param>
    /// <param name="element">Element type of the first input.</param>
    public static string? Fault(string type, long opset, int element) => Table.TryGetValue(type, out Kernel? kernel)
        ? opset < kernel.FirstOpset ? $"{type} has kernels from operator set {kernel.FirstOpset}, the model has {opset}"
        : kernel.Types.Contains(element) ? null
        : $"{type} has no kernel for element type {element}"
        : $"{type} has no kernel";

    private static int[] Types(string word) => word switch
    {
        "floats" => Floats,
        "numbers" => Numbers,
        "any" => Any,
        _ => throw new FormatException($"directml-kernels.txt: {word}"),
    };

    private sealed record Kernel(int FirstOpset, int[] Types);
}
