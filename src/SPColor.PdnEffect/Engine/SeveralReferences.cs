using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;

namespace SPColor.PdnEffect.Engine;

/// <summary>
/// A second reference is there for the rows that name it. Left alone, "automatic" would mix it into every other area and change
/// what the user did not touch, so with several references automatic areas take their colour from the first one.
/// </summary>
internal static class SeveralReferences
{
    /// <summary>The pairing with that said of every area of the target; the pairing itself if there is one reference.</summary>
    public static CategoryAssignment Separate(CategoryAssignment assignment, ClassMap target, IReadOnlyList<AreaPicture> references)
    {
        if (references.Count < 2)
            return assignment;
        HashSet<int> first = [.. Ids(references[0].Map).Select(id => assignment.Reference(new AreaName(0, id)).EffectiveId(id))];
        return Ids(target)
            .Where(id => assignment.Target(id).Kind == TargetChoiceKind.Automatic)
            .Aggregate(
                assignment,
                (separated, id) => separated.WithTarget(
                    id, first.Contains(id) ? TargetChoice.TakeFrom(new AreaName(0, id)) : TargetChoice.LetItGuess));
    }

    private static IEnumerable<int> Ids(ClassMap map) => map.Ids.Where(id => id != ClassMap.None).Distinct();
}
