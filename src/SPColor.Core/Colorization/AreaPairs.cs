using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>Which reference areas each target area really takes its colour from, once automatic pairs and the user's tables are applied.</summary>
public static class AreaPairs
{
    /// <summary>The reference areas of every area that the target has; an empty list is "no match".</summary>
    /// <param name="result">A run.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<AreaName>> Of(ColorizationResult result) => result.TargetClasses.Ids
        .Zip(result.Blocks.TargetBlock)
        .Where(cell => cell.First != ClassMap.None)
        .Distinct()
        .ToDictionary(cell => cell.First, IReadOnlyList<AreaName> (cell) => cell.Second < 0 ? [] : result.Blocks.Sources[cell.Second]);

    /// <summary>Mean match strength S over an area of the target, 0 where nothing matched.</summary>
    /// <param name="result">A run.</param>
    /// <param name="classId">An area that the target has.</param>
    public static float MatchStrength(ColorizationResult result, int classId) =>
        (float)result.TargetClasses.Ids
            .Zip(result.Warped.Similarity)
            .Where(cell => cell.First == classId)
            .Average(cell => (double)cell.Second);
}
