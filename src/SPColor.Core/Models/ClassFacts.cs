using SPColor.Core.Segmentation;

namespace SPColor.Core.Models;

/// <summary>The pack's class centres and how codes are compared with them.</summary>
/// <param name="Centres">The centres' file: JSON with count, channels and centres.</param>
/// <param name="Count">Number of centres.</param>
/// <param name="Channels">Length of a centre.</param>
/// <param name="Sharpness">Factor on the cosine before the softmax.</param>
/// <param name="Rule">How probabilities follow from reduced centres.</param>
/// <param name="Resampling">How codes reach the correspondence grid.</param>
/// <param name="DefaultAreas">Number of areas unless the user chooses.</param>
/// <param name="Membership">Probability from which on a cell also belongs to its second area; null: never.</param>
/// <param name="Names">A word for each centre where the prior has them.</param>
/// <param name="Edges">How areas come to end at edges; null: they end where cells end.</param>
public sealed record ClassFacts(
    string Centres,
    int Count,
    int Channels,
    float Sharpness,
    ReductionRule Rule,
    CodeResampling Resampling,
    int DefaultAreas,
    float? Membership = null,
    IReadOnlyList<string>? Names = null,
    AreaEdges? Edges = null);
