using SPColor.Core.Segmentation;

namespace SPColor.Core.Assignment;

/// <summary>One application of a <see cref="CategoryAssignment"/>. Blocks are numbered by reference, then id, then second id, so that equal input gives equal numbers.</summary>
internal sealed class BlockPlanner(CategoryAssignment assignment, ClassMap target, IReadOnlyList<ClassMap> references)
{
    private const int NoBlock = -1;

    public BlockAssignment Plan()
    {
        HashSet<int> targetIds = [.. target.Ids.Where(id => id != ClassMap.None)];
        Cell[] referenceCells = [.. references.SelectMany((map, r) => map.Ids.Select((id, i) => new Cell(r, id, map.Second?[i] ?? ClassMap.None)))];
        Cell[] cellKinds = [.. referenceCells.Distinct().Where(cell => cell.Id != ClassMap.None)];
        Block[] referenceBlocks = [.. cellKinds.Select(BlockOf).OfType<Block>().Distinct()
            .OrderBy(block => block.Area.Reference).ThenBy(block => block.Area.ClassId).ThenBy(block => block.Second?.ClassId ?? ClassMap.None)];
        Dictionary<int, Source> sources = Sources(targetIds);
        Source[] targetBlocks = [.. sources.Values
            .Distinct()
            .Where(source => referenceBlocks.Any(source.Takes))
            .OrderBy(source => source.Area.Reference ?? -1).ThenBy(source => source.Area.ClassId).ThenBy(source => source.AlsoSecond)];

        Dictionary<int, int> blockOfTarget = sources.ToDictionary(item => item.Key, item => Array.IndexOf(targetBlocks, item.Value));
        Dictionary<Cell, int> blockOfKind = cellKinds.ToDictionary(cell => cell, cell => BlockOf(cell) is { } block ? Array.IndexOf(referenceBlocks, block) : NoBlock);
        HashSet<AreaName> referenceAreas = [.. cellKinds.Select(cell => cell.Area)];
        return new BlockAssignment(
            Array.ConvertAll(target.Ids, id => blockOfTarget.GetValueOrDefault(id, NoBlock)),
            Array.ConvertAll(referenceCells, cell => blockOfKind.GetValueOrDefault(cell, NoBlock)),
            Array.ConvertAll(targetBlocks, source => Enumerable.Range(0, referenceBlocks.Length).Where(block => source.Takes(referenceBlocks[block])).ToArray()),
            Array.ConvertAll(targetBlocks, source => SourceAreas(source, cellKinds)),
            referenceBlocks.Length,
            Array.ConvertAll(target.Ids, id => assignment.Target(id).Kind == TargetChoiceKind.LeaveGrey),
            [.. TargetNotes(targetIds, blockOfTarget), .. ReferenceNotes(referenceAreas)]);
    }

    /// <summary>
    /// Where each target area takes colour from. One that is left grey is matched like an automatic one, so that the colour network sees
    /// the same hints as before and the other areas keep their colours; only its own result is dropped. A source that the user chose
    /// is taken at its word: no cells of its neighbours.
    /// </summary>
    private Dictionary<int, Source> Sources(HashSet<int> targetIds)
    {
        Dictionary<int, Source> sources = [];
        bool anySecond = references.Any(map => map.Second is not null);
        foreach (int id in targetIds)
        {
            TargetChoice choice = assignment.Target(id);
            if (choice.Kind is TargetChoiceKind.Automatic or TargetChoiceKind.LeaveGrey)
                sources[id] = new Source(new AreaName(null, id), AlsoSecond: anySecond);
            else if (choice.Kind == TargetChoiceKind.TakeFrom)
                sources[id] = new Source(choice.Source, AlsoSecond: false);
        }

        return sources;
    }

    /// <summary>The areas that a source's own cells lie in; where it has none, those of the cells that may belong to it.</summary>
    private AreaName[] SourceAreas(Source source, Cell[] cellKinds)
    {
        ILookup<bool, AreaName> areas = cellKinds
            .Where(cell => BlockOf(cell) is { } block && source.Takes(block))
            .ToLookup(cell => source.Owns(BlockOf(cell)!.Value), cell => cell.Area);
        return [.. areas[areas.Contains(true)].Distinct().OrderBy(area => area.Reference).ThenBy(area => area.ClassId)];
    }

    /// <summary>The names that a reference cell counts under; null if its area is left out.</summary>
    private Block? BlockOf(Cell cell)
    {
        if (Effective(cell.Area) is not { } area)
            return null;

        AreaName? second = cell.Second == ClassMap.None ? null : Effective(new AreaName(cell.Reference, cell.Second));
        return new Block(area, second == area ? null : second);
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

    /// <summary>What a reference cell is, before the tables.</summary>
    private readonly record struct Cell(int Reference, int Id, int Second)
    {
        public AreaName Area => new(Reference, Id);
    }

    /// <summary>What reference cells count as: theirs, and what they may be.</summary>
    private readonly record struct Block(AreaName Area, AreaName? Second);

    /// <summary>Where a target area looks for colour.</summary>
    private readonly record struct Source(AreaName Area, bool AlsoSecond)
    {
        public bool Takes(Block block) => Owns(block) || (AlsoSecond && block.Second is { } second && IsNamed(second));

        public bool Owns(Block block) => IsNamed(block.Area);

        private bool IsNamed(AreaName area) => Area.ClassId == area.ClassId && (Area.Reference is null || Area.Reference == area.Reference);
    }
}
