namespace SPColor.Import.Networks;

/// <summary>
/// ColorVidNet (spcolor.md §1.9): a, b, S, L−50 at H×W → a, b. Both layouts are read: SPColor's first layer takes a, b, S, L, DEVC's
/// L, a, b, S and the last frame's L, a, b, which are zeros in a single picture and are left out.
/// </summary>
internal static class ColorNetwork
{
    private static readonly string[][] s_blocks =
    [
        ["conv2_1", "conv2_2"],
        ["conv3_1", "conv3_2", "conv3_3"],
        ["conv4_1", "conv4_2", "conv4_3"],
        ["conv5_1", "conv5_2", "conv5_3"],
        ["conv6_1", "conv6_2", "conv6_3"],
        ["conv7_1", "conv7_2", "conv7_3"],
        ["conv8_2", "conv8_3"],
        ["conv9_2"],
        ["conv10_2"],
    ];

    private static readonly (string Deep, string Short)[] s_joints =
        [("conv8_1.1", "conv3_3_short"), ("conv9_1.1", "conv2_2_short"), ("conv10_1.1", "conv1_2_short")];

    /// <summary>Whether the checkpoint is in SPColor's layout, else in DEVC's.</summary>
    /// <param name="weights">The checkpoint.</param>
    internal static bool IsSPColor(WeightSet weights) => !weights.Has("conv1_1.0.weight");

    /// <summary>Says what the checkpoint must hold.</summary>
    /// <param name="weights">The checkpoint.</param>
    internal static void Declare(WeightSet weights)
    {
        string first = First(weights);
        long start = weights.Side($"{first}.0.weight", 0, 32), x = weights.Side($"{first}.2.weight", 0, 64);
        weights.ExpectLayer($"{first}.0", start, IsSPColor(weights) ? 4 : 7, 3, 3);
        weights.ExpectLayer($"{first}.2", x, start, 3, 3);
        weights.ExpectLayer("conv1_2", x, x, 3, 3);
        List<long> shorts = [x];
        long[] published = [128, 256, 512, 512, 512, 512];
        for (int block = 0; block < 6; block++)
        {
            if (block < 3)
                weights.Expect($"conv{block + 1}_{(block == 2 ? 3 : 2)}norm_ss.weight", x, 1, 1, 1);
            long width = weights.Side($"{s_blocks[block][0]}.weight", 0, published[block]);
            foreach (string layer in s_blocks[block])
            {
                weights.ExpectLayer(layer, width, x, 3, 3);
                x = width;
            }

            shorts.Add(x);
        }

        for (int joint = 0; joint < 3; joint++)
        {
            (string deep, string shortcut) = s_joints[joint];
            long width = weights.Side($"{deep}.weight", 0, joint == 0 ? 256 : 128);
            weights.ExpectLayer(deep, width, x, 3, 3);
            weights.ExpectLayer(shortcut, width, shorts[2 - joint], 3, 3);
            foreach (string layer in s_blocks[6 + joint])
                weights.ExpectLayer(layer, width, width, 3, 3);
            x = width;
        }

        weights.ExpectLayer("conv10_ab", 2, x, 1, 1);
    }

    /// <summary>Writes the network; its result is named "ab".</summary>
    /// <param name="layers">The graph.</param>
    /// <param name="weights">The checked weights.</param>
    /// <param name="input">1×4×H×W: a, b, S, L−50.</param>
    internal static void Write(LayerWriter layers, WeightSet weights, string input)
    {
        string first = First(weights);
        Kernel start = Kernel.Of(weights, $"{first}.0");
        string x = layers.Relu(layers.Conv(input, IsSPColor(weights) ? start : start.WithInputs(1, 2, 3, 0), weights.Read($"{first}.0.bias"), pad: 1));
        x = Relu(layers, weights, $"{first}.2", x);
        x = Relu(layers, weights, "conv1_2", x);
        List<string> norms = [layers.InstanceNorm(x, weights.Shape("conv1_2.weight")[0])];
        for (int block = 0; block < 6; block++)
            norms.Add(Block(layers, weights, block, norms[^1]));
        x = norms[^1];
        for (int joint = 0; joint < 3; joint++)
            x = Joint(layers, weights, joint, x, norms[2 - joint]);
        Kernel last = Kernel.Of(weights, "conv10_ab");
        x = layers.Graph.Node("Tanh", [layers.Conv(x, last, weights.Read("conv10_ab.bias"))]);
        layers.Graph.Node("Mul", [x, layers.Graph.Constant(128f)], "ab");
    }

    private static string Block(LayerWriter layers, WeightSet weights, int block, string x)
    {
        string[] names = s_blocks[block];
        for (int i = 0; i < names.Length; i++)
        {
            // Halving the picture (every second pixel, times a gain) and the next convolution are one convolution of dilation and stride 2.
            x = block < 3 && i == 0
                ? layers.Relu(layers.Conv(
                    x, Kernel.Of(weights, names[0]).WithScaledInputs(weights.Read($"conv{block + 1}_{(block == 2 ? 3 : 2)}norm_ss.weight")),
                    weights.Read($"{names[0]}.bias"), pad: 2, stride: 2, dilation: 2))
                : Relu(layers, weights, names[i], x, block is 3 or 4 ? 2 : 1);
        }

        return layers.InstanceNorm(x, weights.Shape($"{names[^1]}.weight")[0]);
    }

    private static string Joint(LayerWriter layers, WeightSet weights, int joint, string x, string shortcut)
    {
        (string deep, string side) = s_joints[joint];
        x = layers.Relu(layers.Graph.Node("Add", [layers.ConvOfTwice(x, Kernel.Of(weights, deep), weights.Read($"{deep}.bias")), Conv(layers, weights, side, shortcut)]));
        if (joint == 2)
            return layers.LeakyRelu(Conv(layers, weights, "conv10_2", x), 0.2f);
        foreach (string layer in s_blocks[6 + joint])
            x = Relu(layers, weights, layer, x);
        return layers.InstanceNorm(x, weights.Shape($"{deep}.weight")[0]);
    }

    private static string Relu(LayerWriter layers, WeightSet weights, string layer, string x, long dilation = 1) =>
        layers.Relu(Conv(layers, weights, layer, x, dilation));

    private static string Conv(LayerWriter layers, WeightSet weights, string layer, string x, long dilation = 1) =>
        layers.Conv(x, Kernel.Of(weights, layer), weights.Read($"{layer}.bias"), pad: dilation, dilation: dilation);

    private static string First(WeightSet weights) => IsSPColor(weights) ? "conv1_1_new" : "conv1_1";
}
