namespace SPColor.Core.Segmentation;

/// <summary>How a segmentation code becomes class probabilities once the centres are reduced.</summary>
public enum ReductionRule
{
    /// <summary>As published: cosine to the N reduced centres, softmax over N (spcolor.md §1.5, §1.6).</summary>
    ReducedCentres,

    /// <summary>Softmax over all original centres; a reduced class has the sum of its centres' probabilities.</summary>
    SummedProbability,
}

/// <summary>How codes on the segmentation network's grid reach the correspondence grid.</summary>
public enum CodeResampling
{
    /// <summary>The nearest code (spcolor.md §1.5 at 256×256).</summary>
    Nearest,

    /// <summary>Bilinear between cell centres, then made unit length again.</summary>
    Bilinear,
}

/// <summary>The pack's facts about classes; all come from its manifest.</summary>
/// <param name="Count">Number of centres, 27 in the paper.</param>
/// <param name="Channels">Length of a code.</param>
/// <param name="Centres">Count × Channels, centre after centre.</param>
/// <param name="Sharpness">Factor on the cosine before the softmax; 10 in the published code.</param>
/// <param name="Rule">How probabilities follow from reduced centres.</param>
/// <param name="Resampling">How codes reach the correspondence grid.</param>
/// <param name="DefaultClassCount">Number of areas unless the user chooses.</param>
/// <param name="Membership">
/// A cell also belongs to its second most probable area where that has at least this probability; null: never, as in the paper. Where two areas are
/// about as likely, the same place can get one of them in the target and the other in the reference.
/// </param>
/// <param name="Names">A word for each centre where the prior has them, else null.</param>
/// <param name="Edges">How areas come to end at the picture's edges; null: they end where cells end, as in the paper.</param>
public sealed record ClassPrior(
    int Count,
    int Channels,
    float[] Centres,
    float Sharpness,
    ReductionRule Rule,
    CodeResampling Resampling,
    int DefaultClassCount,
    float? Membership = null,
    IReadOnlyList<string>? Names = null,
    AreaEdges? Edges = null)
{
    /// <summary>Centre <paramref name="index"/>.</summary>
    /// <param name="index">0 … Count−1.</param>
    public ReadOnlySpan<float> Centre(int index) => Centres.AsSpan(index * Channels, Channels);
}
