using SPColor.Core.Segmentation;

namespace SPColor.Core.Assignment;

/// <summary>One application of a <see cref="CategoryAssignment"/>. Blocks are numbered by reference, then id, so that equal input gives equal numbers.</summary>
internal sealed class BlockPlanner(CategoryAssignment assignment, ClassMap target, IReadOnlyList<ClassMap> references)
{
    private const int NoBlock = -1;

    public BlockAssignment Plan()
    {
        HashSet<int> targetIds = [.. target.Ids.Where(id => id != ClassMap.None)];
        HashSet<AreaName> referenceAreas = [.. references.SelectMany((map, r) => map.Ids.Where(id => id != ClassMap.None).Distinct().Select(id => new AreaName(r, id)))];
        AreaName[] referenceBlocks = [.. referenceAreas.Select(Effective).OfType<AreaName>().Distinct().OrderBy(area => area.Reference).ThenBy(area => area.ClassId)];
        Dictionary<int, AreaName> sources = Sources(targetIds);
        AreaName[] targetBlocks = [.. sources.Values
            .Distinct()
            .Where(source => referenceBlocks.Any(block => Matches(source, block)))
            .OrderBy(source => source.Reference ?? -1).ThenBy(source => source.ClassId)];

        Dictionary<int, int> blockOfTarget = sources.ToDictionary(item => item.Key, item => Array.IndexOf(targetBlocks, item.Value));
        Dictionary<AreaName, int> blockOfReference = referenceAreas.ToDictionary(area => area, area => Effective(area) is { } name ? Array.IndexOf(referenceBlocks, name) : NoBlock);
        return new BlockAssignment(
            Array.ConvertAll(target.Ids, id => blockOfTarget.GetValueOrDefault(id, NoBlock)),
            [.. references.SelectMany((map, r) => map.Ids.Select(id => blockOfReference.GetValueOrDefault(new AreaName(r, id), NoBlock)))],
            Array.ConvertAll(targetBlocks, source => Enumerable.Range(0, referenceBlocks.Length).Where(block => Matches(source, referenceBlocks[block])).ToArray()),
            referenceBlocks.Length,
            Array.ConvertAll(target.Ids, id => assignment.Target(id).Kind == TargetChoiceKind.LeaveGrey),
            [.. TargetNotes(targetIds, blockOfTarget), .. ReferenceNotes(referenceAreas)]);
    }

    private static bool Matches(AreaName source, AreaName block)
        => source.ClassId == block.ClassId && (source.Reference is null || source.Reference == block.Reference);

    /// <summary>
    /// Where each target area takes colour from. One that is left grey is matched like an automatic one, so that the colour network sees
    /// the same hints as before and the other areas keep their colours; only its own result is dropped.
    /// </summary>
    private Dictionary<int, AreaName> Sources(HashSet<int> targetIds)
    {
        Dictionary<int, AreaName> sources = [];
        foreach (int id in targetIds)
        {
            TargetChoice choice = assignment.Target(id);
            if (choice.Kind is TargetChoiceKind.Automatic or TargetChoiceKind.LeaveGrey)
                sources[id] = new AreaName(null, id);
            else if (choice.Kind == TargetChoiceKind.TakeFrom)
                sources[id] = choice.Source;
        }

        return sources;
    }

    /// <summary>A reference's area under the name that it counts as; null if it is left out.</summary>
    private AreaName? Effective(AreaName area)
    {
        ReferenceChoice choice = assignment.Reference(area);
        return choice.IsUnused ? null : area with { ClassId = choice.EffectiveId(area.ClassId) };
    }

    private IEnumerable<AssignmentNote> TargetNotes(HashSet<int> targetIds, Dictionary<int, int> blockOfTarget)
    {
        foreach ((int id, TargetChoice choice) in assignment.Targets.OrderBy(item => item.Key))
        {
            if (!targetIds.Contains(id))
                yield return new AssignmentNote(new AreaName(null, id), null);
            else if (choice.Kind == TargetChoiceKind.TakeFrom && blockOfTarget[id] == NoBlock)
                yield return new AssignmentNote(new AreaName(null, id), choice.Source);
        }
    }

    private IEnumerable<AssignmentNote> ReferenceNotes(HashSet<AreaName> referenceAreas)
        => assignment.References.Keys
            .Where(area => !referenceAreas.Contains(area))
            .OrderBy(area => area.Reference).ThenBy(area => area.ClassId)
            .Select(area => new AssignmentNote(area, null));
}
