using SPColor.Inference.Graphs;

namespace SPColor.Import.Networks;

/// <summary>
/// VGG-19 up to relu5_2 (spcolor.md §1.4): R, G, B 0…1 → the four taps r22, r32, r42, r52, each position's channels made unit length.
/// conv5_3 and conv5_4, whose results nobody uses, are left out.
/// </summary>
internal static class VggNetwork
{
    private static readonly int[] s_convolutions = [2, 2, 4, 4, 2];
    private static readonly long[] s_widths = [64, 128, 256, 512, 512];

    /// <summary>Says what the checkpoint must hold.</summary>
    /// <param name="weights">The checkpoint.</param>
    internal static void Declare(WeightSet weights)
    {
        long inputs = 3;
        for (int block = 1; block <= s_convolutions.Length; block++)
        {
            long width = weights.Side($"conv{block}_1.weight", 0, s_widths[block - 1]);
            for (int i = 1; i <= s_convolutions[block - 1]; i++)
            {
                weights.ExpectLayer($"conv{block}_{i}", width, inputs, 3, 3);
                inputs = width;
            }
        }

        weights.Ignore("conv5_3.");
        weights.Ignore("conv5_4.");
    }

    /// <summary>Channels of the four taps.</summary>
    /// <param name="weights">The checked weights.</param>
    internal static long[] Widths(WeightSet weights) => [.. Enumerable.Range(2, 4).Select(block => weights.Shape($"conv{block}_1.weight")[0])];

    /// <summary>Writes the network.</summary>
    /// <param name="layers">The graph.</param>
    /// <param name="weights">The checked weights.</param>
    /// <param name="picture">1×3×H×W, R, G, B.</param>
    /// <returns>The four taps.</returns>
    internal static string[] Write(LayerWriter layers, WeightSet weights, string picture)
    {
        string x = Preprocess(layers.Graph, picture);
        List<string> taps = [];
        for (int block = 1; block <= s_convolutions.Length; block++)
        {
            if (block > 1)
                x = layers.MaxPool(x);
            for (int i = 1; i <= s_convolutions[block - 1]; i++)
            {
                string layer = $"conv{block}_{i}";
                Kernel kernel = Kernel.Of(weights, layer);
                // The weights were trained on B, G, R.
                x = layers.Relu(layers.Conv(x, block == 1 && i == 1 ? kernel.WithInputs(2, 1, 0) : kernel, weights.Read($"{layer}.bias"), pad: 1));
                if (block > 1 && i == 2)
                    taps.Add(Normalize(layers.Graph, x));
            }
        }

        return [.. taps];
    }

    private static string Preprocess(GraphBuilder graph, string picture)
    {
        string means = graph.Tensor([0.48501961f, 0.45795686f, 0.40760392f], half: false, 1, 3, 1, 1);
        return graph.Node("Mul", [graph.Node("Sub", [picture, means]), graph.Constant(255f)]);
    }

    private static string Normalize(GraphBuilder graph, string x)
    {
        string squares = graph.Node("ReduceSum", [graph.Node("Mul", [x, x]), graph.Axis(1)]);
        return graph.Node("Div", [x, graph.Node("Add", [graph.Node("Sqrt", [squares]), graph.Constant(2.2204460e-16f)])]);
    }
}
