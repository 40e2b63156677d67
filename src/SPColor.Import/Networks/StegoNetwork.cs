using SPColor.Core;
using SPColor.Inference.Graphs;

namespace SPColor.Import.Networks;

/// <summary>
/// STEGO's code network (spcolor.md §1.5): R, G, B 0…1 at 256×256 → a code on the 32×32 grid. ImageNet's mean and deviation are part of the
/// patch layer, the positional embedding is resized once, the attention's 1/√64 is part of the query layer. Tokens are rows throughout, so that every layer is one matrix product.
/// </summary>
internal static class StegoNetwork
{
    /// <summary>Width and height of the picture.</summary>
    internal const int Side = 256;

    /// <summary>Key of the class centres.</summary>
    internal const string Clusters = "cluster_probe.clusters";

    private const int Head = 64;
    private const float Epsilon = 1e-6f;
    private static readonly float[] s_mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] s_deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>Says what the checkpoint must hold.</summary>
    /// <param name="weights">The checkpoint.</param>
    internal static void Declare(WeightSet weights)
    {
        long width = weights.Side("net.model.cls_token", 2, 768), patch = weights.Side("net.model.patch_embed.proj.weight", 2, 8);
        weights.ExpectLayer("net.model.patch_embed.proj", width, 3, patch, patch);
        weights.Expect("net.model.cls_token", 1, 1, width);
        weights.Expect("net.model.pos_embed", 1, weights.Side("net.model.pos_embed", 1, 785), width);
        for (int block = 0; block < Depth(weights); block++)
        {
            string name = $"net.model.blocks.{block}";
            long hidden = weights.Side($"{name}.mlp.fc1.weight", 0, 4 * width);
            weights.ExpectLayer($"{name}.norm1", width);
            weights.ExpectLayer($"{name}.attn.qkv", 3 * width, width);
            weights.ExpectLayer($"{name}.attn.proj", width, width);
            weights.ExpectLayer($"{name}.norm2", width);
            weights.ExpectLayer($"{name}.mlp.fc1", hidden, width);
            weights.ExpectLayer($"{name}.mlp.fc2", width, hidden);
        }

        weights.ExpectLayer("net.model.norm", width);
        long code = weights.Side(Clusters, 1, 90);
        weights.ExpectLayer("net.cluster1.0", code, width, 1, 1);
        weights.ExpectLayer("net.cluster2.0", width, width, 1, 1);
        weights.ExpectLayer("net.cluster2.2", code, width, 1, 1);
        weights.Expect(Clusters, weights.Side(Clusters, 0, 27), code);
        foreach (string prefix in new[] { "linear_probe.", "train_cluster_probe.", "decoder.", "net.model.head." })
            weights.Ignore(prefix);
    }

    /// <summary>Refuses sizes that agree with each other but not with how STEGO works.</summary>
    /// <param name="weights">The checked weights.</param>
    /// <param name="place">Path of the checkpoint, for messages.</param>
    /// <exception cref="SPColorException">No whole heads, a grid that is not square, or patches that do not fill the picture.</exception>
    internal static void CheckSizes(WeightSet weights, string place)
    {
        long width = weights.Shape("net.model.cls_token")[2], cells = weights.Shape("net.model.pos_embed")[1] - 1, patch = Patch(weights);
        long side = (long)Math.Sqrt(cells);
        bool fits = width > 0 && width % Head == 0 && cells > 0 && side * side == cells && patch is 4 or 8 or 16 or 32;
        if (!fits)
            throw new SPColorException($"{place} is no STEGO: width {width}, {cells} positions, patches of {patch}: give cocostuff27_vit_base_5.ckpt");
    }

    /// <summary>Length of a code.</summary>
    /// <param name="weights">The checked weights.</param>
    internal static long Channels(WeightSet weights) => weights.Shape(Clusters)[1];

    /// <summary>Pixels per cell.</summary>
    /// <param name="weights">The checked weights.</param>
    internal static long Patch(WeightSet weights) => weights.Shape("net.model.patch_embed.proj.weight")[2];

    /// <summary>Writes the network; its result is named "code".</summary>
    /// <param name="layers">The graph.</param>
    /// <param name="weights">The checked weights.</param>
    /// <param name="picture">1×3×256×256, R, G, B.</param>
    internal static void Write(LayerWriter layers, WeightSet weights, string picture)
    {
        GraphBuilder graph = layers.Graph;
        long width = weights.Shape("net.model.cls_token")[2], cells = Side / Patch(weights);
        string x = Tokens(layers, weights, picture, width, cells);
        for (int block = 0; block < Depth(weights); block++)
            x = Block(layers, weights, $"net.model.blocks.{block}", x, width);
        x = Norm(layers, weights, "net.model.norm", x);
        x = graph.Node("Slice", [x, graph.Axis(1), graph.Axis((cells * cells) + 1), graph.Axis(0)]);
        string linear = Dense(layers, weights, "net.cluster1.0", x);
        string curved = Dense(layers, weights, "net.cluster2.2", layers.Relu(Dense(layers, weights, "net.cluster2.0", x)));
        string code = graph.Node("Transpose", [graph.Node("Add", [linear, curved])], perm: [1, 0]);
        graph.Node("Reshape", [code, graph.Integers(1, Channels(weights), cells, cells)], output: "code");
    }

    private static int Depth(WeightSet weights) => Enumerable.Range(0, 64).TakeWhile(i => i == 0 || weights.Has($"net.model.blocks.{i}.norm1.weight")).Count();

    private static string Tokens(LayerWriter layers, WeightSet weights, string picture, long width, long cells)
    {
        GraphBuilder graph = layers.Graph;
        (Kernel kernel, float[] bias) = Patches(weights);
        string patches = layers.Conv(picture, kernel, bias, stride: kernel.Shape[2]);
        patches = graph.Node("Reshape", [patches, graph.Integers(width, cells * cells)]);
        patches = graph.Node("Transpose", [patches], perm: [1, 0]);
        float[] positions = weights.Read("net.model.pos_embed"), first = weights.Read("net.model.cls_token");
        for (int i = 0; i < first.Length; i++)
            first[i] += positions[i];
        float[] resized = PositionalEmbedding.Resize(positions.AsSpan((int)width), (int)width, (int)cells);
        patches = graph.Node("Add", [patches, graph.Tensor(resized, half: false, cells * cells, width)]);
        return graph.Node("Concat", [graph.Tensor(first, half: false, 1, width), patches], axis: 0);
    }

    // (x − mean)/deviation, then the layer; the layer pads nothing, so that this is exact.
    private static (Kernel Kernel, float[] Bias) Patches(WeightSet weights)
    {
        Kernel kernel = Kernel.Of(weights, "net.model.patch_embed.proj");
        float[] bias = weights.Read("net.model.patch_embed.proj.bias");
        Kernel scaled = kernel.WithScaledInputs([.. s_deviation.Select(deviation => 1 / deviation)]);
        int area = (int)(kernel.Shape[2] * kernel.Shape[3]);
        for (int i = 0; i < bias.Length; i++)
        {
            double shift = 0;
            for (int j = 0; j < 3 * area; j++)
                shift += (double)scaled.Values[(i * 3 * area) + j] * s_mean[j / area];
            bias[i] = (float)(bias[i] - shift);
        }

        return (scaled, bias);
    }

    private static string Block(LayerWriter layers, WeightSet weights, string name, string x, long width)
    {
        GraphBuilder graph = layers.Graph;
        x = graph.Node("Add", [x, Attention(layers, weights, $"{name}.attn", Norm(layers, weights, $"{name}.norm1", x), width)]);
        string y = Dense(layers, weights, $"{name}.mlp.fc1", Norm(layers, weights, $"{name}.norm2", x));
        return graph.Node("Add", [x, Dense(layers, weights, $"{name}.mlp.fc2", Gelu(graph, y))]);
    }

    private static string Attention(LayerWriter layers, WeightSet weights, string name, string x, long width)
    {
        GraphBuilder graph = layers.Graph;
        float[] all = weights.Read($"{name}.qkv.weight"), biases = weights.Read($"{name}.qkv.bias");
        int count = (int)(width * width), length = (int)width;
        string byHead = graph.Integers(-1, width / Head, Head);
        string query = Heads(0, 1 / MathF.Sqrt(Head), [1, 0, 2]), key = Heads(1, 1, [1, 2, 0]), value = Heads(2, 1, [1, 0, 2]);
        string weightsOfTokens = graph.Node("Softmax", [graph.Node("MatMul", [query, key])], axis: -1);
        string mixed = graph.Node("Transpose", [graph.Node("MatMul", [weightsOfTokens, value])], perm: [1, 0, 2]);
        return Dense(layers, weights, $"{name}.proj", graph.Node("Reshape", [mixed, graph.Integers(-1, width)]));

        string Heads(int part, float scale, long[] order)
        {
            float[] weight = [.. all.AsSpan(part * count, count)], bias = [.. biases.AsSpan(part * length, length)];
            for (int i = 0; scale != 1 && i < weight.Length; i++)
                weight[i] *= scale;
            for (int i = 0; i < bias.Length; i++)
                bias[i] *= scale;
            string rows = graph.Node("Reshape", [Dense(layers, weight, bias, x), byHead]);
            return graph.Node("Transpose", [rows], perm: order);
        }
    }

    private static string Dense(LayerWriter layers, WeightSet weights, string layer, string x) =>
        Dense(layers, weights.Read($"{layer}.weight"), weights.Read($"{layer}.bias"), x);

    private static string Dense(LayerWriter layers, float[] weight, float[] bias, string x) => layers.Graph.Node(
        "Gemm", [x, layers.Weights(weight, bias.Length, weight.Length / bias.Length), layers.Graph.Tensor(bias, half: false, bias.Length)],
        GraphAttribute.Int("transB", 1));

    private static string Norm(LayerWriter layers, WeightSet weights, string layer, string x)
    {
        float[] scale = weights.Read($"{layer}.weight"), shift = weights.Read($"{layer}.bias");
        return layers.Graph.Node(
            "LayerNormalization",
            [x, layers.Graph.Tensor(scale, half: false, scale.Length), layers.Graph.Tensor(shift, half: false, shift.Length)],
            GraphAttribute.Int("axis", -1), GraphAttribute.Float("epsilon", Epsilon));
    }

    private static string Gelu(GraphBuilder graph, string x)
    {
        string erf = graph.Node("Erf", [graph.Node("Div", [x, graph.Constant(MathF.Sqrt(2))])]);
        string scaled = graph.Node("Mul", [x, graph.Node("Add", [erf, graph.Constant(1f)])]);
        return graph.Node("Mul", [scaled, graph.Constant(0.5f)]);
    }
}
