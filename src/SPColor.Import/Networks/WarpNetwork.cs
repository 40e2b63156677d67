namespace SPColor.Import.Networks;

/// <summary>
/// The nonlocal network without its matching (spcolor.md §1.8): the four taps → θ and φ on the H/4 × W/4 grid. Biases in front of an
/// instance norm and of per-class centring cancel and are left out. Both layouts are read: SPColor's theta_class and phi_class are linear
/// layers, DEVC's theta and phi convolutions of one pixel with the same numbers.
/// </summary>
internal static class WarpNetwork
{
    private static readonly string[] s_blocks = ["layer.0", "layer.1", "layer.2"];

    /// <summary>Whether the checkpoint is in SPColor's layout, else in DEVC's.</summary>
    /// <param name="weights">The checkpoint.</param>
    internal static bool IsSPColor(WeightSet weights) => !weights.Has("theta.weight");

    /// <summary>Says what the checkpoint must hold.</summary>
    /// <param name="weights">The checkpoint.</param>
    /// <param name="taps">Channels of the four taps.</param>
    internal static void Declare(WeightSet weights, long[] taps)
    {
        long all = 0;
        foreach (Tower tower in Tower.All)
        {
            long middle = weights.Side($"{tower.First}.weight", 0, tower.Middle), width = weights.Side($"{tower.Second}.weight", 0, 64);
            weights.ExpectLayer(tower.First, middle, taps[tower.Tap], 3, 3);
            weights.ExpectLayer(tower.Second, width, middle, 3, 3);
            weights.Expect($"{tower.FirstSlope}.weight", 1);
            weights.Expect($"{tower.SecondSlope}.weight", 1);
            all += width;
        }

        foreach (string block in s_blocks)
        {
            weights.ExpectLayer($"{block}.conv1", all, all, 3, 3);
            weights.ExpectLayer($"{block}.conv2", all, all, 3, 3);
            weights.Expect($"{block}.prelu.weight", 1);
        }

        foreach (string name in Projections(weights))
            weights.ExpectLayer(name, IsSPColor(weights) ? [weights.Side($"{name}.weight", 0, all), all] : [weights.Side($"{name}.weight", 0, all), all, 1, 1]);
    }

    /// <summary>Channels of θ and φ.</summary>
    /// <param name="weights">The checked weights.</param>
    internal static long Channels(WeightSet weights) => weights.Shape($"{Projections(weights)[0]}.weight")[0];

    /// <summary>Writes the network; its results are named "theta" and "phi".</summary>
    /// <param name="layers">The graph.</param>
    /// <param name="weights">The checked weights.</param>
    /// <param name="taps">The four taps.</param>
    internal static void Write(LayerWriter layers, WeightSet weights, string[] taps)
    {
        string[] towers = [.. Tower.All.Select(tower => tower.Write(layers, weights, taps[tower.Tap]))];
        string x = layers.Graph.Node("Concat", towers, axis: 1);
        foreach (string block in s_blocks)
            x = Residual(layers, weights, block, x);
        foreach ((string name, string output) in Projections(weights).Zip(["theta", "phi"]))
        {
            long[] shape = weights.Shape($"{name}.weight");
            layers.Conv(x, new Kernel(weights.Read($"{name}.weight"), [shape[0], shape[1], 1, 1]));
            layers.Graph.NameLast(output);
        }
    }

    private static string Residual(LayerWriter layers, WeightSet weights, string block, string x)
    {
        float slope = weights.Read($"{block}.prelu.weight")[0];
        string y = layers.LeakyRelu(Normalized(layers, weights, $"{block}.conv1", x, 1), slope);
        y = Normalized(layers, weights, $"{block}.conv2", y, 1);
        return layers.LeakyRelu(layers.Graph.Node("Add", [y, x]), slope);
    }

    private static string Normalized(LayerWriter layers, WeightSet weights, string layer, string x, long stride)
    {
        Kernel kernel = Kernel.Of(weights, layer);
        return layers.InstanceNorm(layers.Conv(layers.ReflectPad(x), kernel, stride: stride), kernel.Shape[0]);
    }

    private static string[] Projections(WeightSet weights) => IsSPColor(weights) ? ["theta_class", "phi_class"] : ["theta", "phi"];

    /// <summary>Two convolutions that bring one tap to the common grid.</summary>
    /// <param name="Name">Its name in the checkpoint.</param>
    /// <param name="Tap">Which tap.</param>
    /// <param name="Middle">Channels between its convolutions, as published.</param>
    /// <param name="SecondLayer">Number of its second convolution.</param>
    /// <param name="Stride">Stride of its second convolution.</param>
    /// <param name="TwiceBetween">Whether it is enlarged between the two.</param>
    /// <param name="TwiceAtEnd">Whether it is enlarged at its end.</param>
    private sealed record Tower(string Name, int Tap, long Middle, int SecondLayer, long Stride, bool TwiceBetween, bool TwiceAtEnd)
    {
        internal static Tower[] All { get; } =
        [
            new("layer2_1", 0, 128, 5, 2, false, false),
            new("layer3_1", 1, 128, 5, 1, false, false),
            new("layer4_1", 2, 256, 5, 1, false, true),
            new("layer5_1", 3, 256, 6, 1, true, true),
        ];

        internal string First => $"{Name}.1";

        internal string FirstSlope => $"{Name}.3";

        internal string Second => $"{Name}.{SecondLayer}";

        internal string SecondSlope => $"{Name}.{SecondLayer + 2}";

        internal string Write(LayerWriter layers, WeightSet weights, string x)
        {
            x = layers.LeakyRelu(Normalized(layers, weights, First, x, 1), weights.Read($"{FirstSlope}.weight")[0]);
            if (TwiceBetween)
                x = layers.Twice(x);
            x = layers.LeakyRelu(Normalized(layers, weights, Second, x, Stride), weights.Read($"{SecondSlope}.weight")[0]);
            return TwiceAtEnd ? layers.Twice(x) : x;
        }
    }
}
