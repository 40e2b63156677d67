using SPColor.Core;
using SPColor.Inference.Graphs;

namespace SPColor.Import.Networks;

/// <summary>Adds the layers of convolutional networks to a graph.</summary>
/// <param name="graph">The graph.</param>
/// <param name="half">Whether weights are stored as 16-bit floats.</param>
internal sealed class LayerWriter(GraphBuilder graph, bool half)
{
    private const float LargestHalf = 65504f;

    private readonly Dictionary<long, (string Scale, string Shift)> _neutral = [];
    private string? _twice;

    /// <summary>The graph.</summary>
    internal GraphBuilder Graph => graph;

    /// <summary>Stores weights.</summary>
    /// <param name="values">Row-major numbers.</param>
    /// <param name="shape">Their shape.</param>
    /// <exception cref="SPColorException">A weight is too large for 16 bits.</exception>
    internal string Weights(float[] values, params long[] shape)
    {
        if (half && values.Any(value => MathF.Abs(value) > LargestHalf))
            throw new SPColorException($"a weight of {values.Max(MathF.Abs)} does not fit 16 bits, which end at {LargestHalf}: import without --fp16");
        return graph.Tensor(values, half, shape);
    }

    /// <summary>A convolution.</summary>
    /// <param name="input">Its input.</param>
    /// <param name="weight">Its kernel.</param>
    /// <param name="bias">Its bias, or null.</param>
    /// <param name="pad">Zeros added on every side.</param>
    /// <param name="stride">Its stride.</param>
    /// <param name="dilation">Its dilation.</param>
    internal string Conv(string input, Kernel weight, float[]? bias = null, long pad = 0, long stride = 1, long dilation = 1) =>
        Conv(input, weight, bias, [pad, pad, pad, pad], stride, dilation);

    /// <summary>
    /// <see cref="Twice"/>, then a padded 3×3 convolution: the same as four convolutions of 2×2 on the smaller picture, one for each place in a
    /// block, with 4 products instead of 9.
    /// </summary>
    /// <param name="input">Its input.</param>
    /// <param name="weight">Its 3×3 kernel.</param>
    /// <param name="bias">Its bias.</param>
    internal string ConvOfTwice(string input, Kernel weight, float[] bias)
    {
        string[] places = new string[4];
        for (int place = 0; place < 4; place++)
        {
            (int row, int column) = (place / 2, place % 2);
            places[place] = Conv(input, weight.OfTwice(row, column), bias, [1 - row, 1 - column, row, column]);
        }

        string blocks = graph.Node("Concat", places, axis: 1);
        return graph.Node("DepthToSpace", [blocks], GraphAttribute.Int("blocksize", 2), GraphAttribute.Text("mode", "DCR"));
    }

    /// <summary>Cuts off what is negative.</summary>
    /// <param name="input">Its input.</param>
    internal string Relu(string input) => graph.Node("Relu", [input]);

    /// <summary>Scales what is negative; a PReLU with one slope is the same.</summary>
    /// <param name="input">Its input.</param>
    /// <param name="slope">The factor.</param>
    internal string LeakyRelu(string input, float slope) => graph.Node("LeakyRelu", [input], GraphAttribute.Float("alpha", slope));

    /// <summary>Makes every channel of every picture mean 0, variance 1.</summary>
    /// <param name="input">Its input.</param>
    /// <param name="channels">Its channels.</param>
    internal string InstanceNorm(string input, long channels)
    {
        if (!_neutral.TryGetValue(channels, out (string Scale, string Shift) neutral))
        {
            float[] ones = new float[channels];
            Array.Fill(ones, 1f);
            neutral = (graph.Tensor(ones, half: false, channels), graph.Tensor(new float[channels], half: false, channels));
            _neutral.Add(channels, neutral);
        }

        return graph.Node("InstanceNormalization", [input, neutral.Scale, neutral.Shift], GraphAttribute.Float("epsilon", 1e-5f));
    }

    /// <summary>Adds a mirrored pixel on every side.</summary>
    /// <param name="input">Its input.</param>
    internal string ReflectPad(string input) =>
        graph.Node("Pad", [input, graph.Integers(0, 0, 1, 1, 0, 0, 1, 1)], GraphAttribute.Text("mode", "reflect"));

    /// <summary>The largest of every 2×2 pixels.</summary>
    /// <param name="input">Its input.</param>
    internal string MaxPool(string input) =>
        graph.Node("MaxPool", [input], GraphAttribute.Ints("kernel_shape", 2, 2), GraphAttribute.Ints("strides", 2, 2));

    /// <summary>Makes every pixel 2×2.</summary>
    /// <param name="input">Its input.</param>
    internal string Twice(string input) => graph.Node(
        "Resize", [input, "", _twice ??= graph.Tensor([1, 1, 2, 2], half: false, 4)],
        GraphAttribute.Text("mode", "nearest"), GraphAttribute.Text("coordinate_transformation_mode", "asymmetric"), GraphAttribute.Text("nearest_mode", "floor"));

    private string Conv(string input, Kernel weight, float[]? bias, long[] pads, long stride = 1, long dilation = 1)
    {
        string[] inputs = [input, Weights(weight.Values, weight.Shape)];
        if (bias is not null)
            inputs = [.. inputs, graph.Tensor(bias, half: false, bias.Length)];
        return graph.Node(
            "Conv", inputs,
            GraphAttribute.Ints("pads", pads), GraphAttribute.Ints("strides", stride, stride), GraphAttribute.Ints("dilations", dilation, dilation));
    }
}
