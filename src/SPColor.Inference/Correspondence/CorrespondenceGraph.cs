using SPColor.Inference.Graphs;

namespace SPColor.Inference.Correspondence;

/// <summary>SPC as a static float graph without a mask tensor (spcolor.md §6 B); its vectors are centred already.</summary>
internal static class CorrespondenceGraph
{
    /// <summary>
    /// logits = [θ/τ, Hθ]·[φ, Hφ]ᵀ; inputs "target" rows × channels, "target_blocks" rows × width (β where the row is in the block),
    /// "reference" columns × channels, "reference_blocks" columns × width (1 for each target block that the column serves) and "values"
    /// columns × 3; outputs "warped" rows × 3 = softmax(logits)·values, "best" rows × 1 = the largest logit and "match" rows × 1 = its column.
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
        graph.Node("Cast", [graph.Node("ArgMax", [logits], axis: 1)], GraphAttribute.Int("to", TensorType.Float));
        graph.NameLast("match");
        graph.Node("MatMul", [graph.Node("Softmax", [logits], axis: 1), values], "warped");
        graph.Output("warped", rows, 3);
        graph.Output("best", rows, 1);
        graph.Output("match", rows, 1);
        return graph.Build();
    }
}
