using SPColor.Inference.Graphs;

namespace SPColor.Inference.Correspondence;

/// <summary>
/// SPC as two static float graphs without a mask tensor (spcolor.md §6 B). Centring is a graph of its own, because a block's mean needs
/// all rows while matching runs in row tiles; so tiled and untiled problems take the same path.
/// </summary>
internal static class CorrespondenceGraph
{
    /// <summary>Keeps vectors of no length finite; far below any other length (spcolor.md §1.8 step 3).</summary>
    private const float Epsilon = 2.2e-16f;

    /// <summary>
    /// X ← unit(X − H·mean): inputs "features" count × channels and "blocks" count × width (one-hot), output "centred" count × channels.
    /// </summary>
    /// <param name="count">Cells.</param>
    /// <param name="channels">Length of a vector.</param>
    /// <param name="width">Columns of the block matrix.</param>
    internal static OnnxGraph Centring(int count, int channels, int width)
    {
        var graph = new GraphBuilder("centring");
        string features = graph.Input("features", count, channels);
        string blocks = graph.Input("blocks", count, width);
        string members = graph.Node("Transpose", [blocks], perm: [1, 0]);
        string sums = graph.Node("MatMul", [members, features]);
        string counts = graph.Node("ReduceSum", [members, graph.Axis(1)]);
        string means = graph.Node("Div", [sums, graph.Node("Max", [counts, graph.Constant(1f)])]);
        string centred = graph.Node("Sub", [features, graph.Node("MatMul", [blocks, means])]);
        string squares = graph.Node("ReduceSum", [graph.Node("Mul", [centred, centred]), graph.Axis(1)]);
        string length = graph.Node("Add", [graph.Node("Sqrt", [squares]), graph.Constant(Epsilon)]);
        graph.Node("Div", [centred, length], "centred");
        graph.Output("centred", count, channels);
        return graph.Build();
    }

    /// <summary>
    /// logits = [θ/τ, Hθ]·[φ, Hφ]ᵀ; inputs "target" rows × channels, "target_blocks" rows × width (β where the row is in the block),
    /// "reference" columns × channels, "reference_blocks" columns × width (1 for each target block that the column serves) and "values"
    /// columns × 3; outputs "warped" rows × 3 = softmax(logits)·values and "best" rows × 1 = the largest logit.
    /// </summary>
    /// <param name="rows">Target cells of a tile.</param>
    /// <param name="columns">Reference cells.</param>
    /// <param name="channels">Length of a vector.</param>
    /// <param name="width">Columns of the block matrices.</param>
    /// <param name="temperature">τ.</param>
    internal static OnnxGraph Matching(int rows, int columns, int channels, int width, float temperature)
    {
        var graph = new GraphBuilder("matching");
        string target = graph.Input("target", rows, channels);
        string targetBlocks = graph.Input("target_blocks", rows, width);
        string reference = graph.Input("reference", columns, channels);
        string referenceBlocks = graph.Input("reference_blocks", columns, width);
        string values = graph.Input("values", columns, 3);
        string scaled = graph.Node("Mul", [target, graph.Constant(1f / temperature)]);
        string left = graph.Node("Concat", [scaled, targetBlocks], axis: 1);
        string right = graph.Node("Concat", [reference, referenceBlocks], axis: 1);
        string logits = graph.Node("MatMul", [left, graph.Node("Transpose", [right], perm: [1, 0])]);
        graph.Node("ReduceMax", [logits], "best", axes: [1]);
        graph.Node("MatMul", [graph.Node("Softmax", [logits], axis: 1), values], "warped");
        graph.Output("warped", rows, 3);
        graph.Output("best", rows, 1);
        return graph.Build();
    }
}
