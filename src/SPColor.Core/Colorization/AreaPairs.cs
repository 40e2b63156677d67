using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>Which reference areas each target area really takes its colour from, once automatic pairs and the user's tables are applied.</summary>
public static class AreaPairs
{
    /// <summary>The reference areas of every area that the target has; an empty list is "no match".</summary>
    /// <param name="result">A run.</param>
    public static IReadOnlyDictionary<int, IReadOnlyList<AreaName>> Of(ColorizationResult result)
    {
        ILookup<int, AreaName> areasOfBlock = ReferenceAreas(result).Distinct().ToLookup(pair => pair.Block, pair => pair.Area);
        return result.TargetClasses.Ids
            .Zip(result.Blocks.TargetBlock)
            .Where(cell => cell.First != ClassMap.None)
            .Distinct()
            .ToDictionary(
                cell => cell.First,
                IReadOnlyList<AreaName> (cell) => cell.Second < 0
                    ? []
                    : [.. result.Blocks.Matches[cell.Second].SelectMany(block => areasOfBlock[block]).Order(AreaOrder)]);
    }

    /// <summary>Mean match strength S over an area of the target, 0 where nothing matched.</summary>
    /// <param name="result">A run.</param>
    /// <param name="classId">An area that the target has.</param>
    public static float MatchStrength(ColorizationResult result, int classId) =>
        (float)result.TargetClasses.Ids
            .Zip(result.Warped.Similarity)
            .Where(cell => cell.First == classId)
            .Average(cell => (double)cell.Second);

    private static Comparer<AreaName> AreaOrder { get; } =
        Comparer<AreaName>.Create((x, y) => (x.Reference, x.ClassId) switch
        {
            var (reference, id) when reference == y.Reference => id.CompareTo(y.ClassId),
            var (reference, _) => Nullable.Compare(reference, y.Reference),
        });

    private static IEnumerable<(int Block, AreaName Area)> ReferenceAreas(ColorizationResult result)
    {
        int cell = 0;
        for (int reference = 0; reference < result.ReferenceClasses.Count; reference++)
            foreach (int id in result.ReferenceClasses[reference].Ids)
            {
                int block = result.Blocks.ReferenceBlock[cell++];
                if (block >= 0)
                    yield return (block, new AreaName(reference, id));
            }
    }
}
