using SPColor.Core.Segmentation;

namespace SPColor.Core.Assignment;

/// <summary>One application of a <see cref="CategoryAssignment"/>. Blocks are numbered by reference, then id, then second id, so that equal input gives equal numbers.</summary>
internal sealed class BlockPlanner(CategoryAssignment assignment, ClassMap target, IReadOnlyList<ClassMap> references)
{
    private const int NoBlock = -1;

    public BlockAssignment Plan()
    {
        Cell[] targetCells = Cells(target, 0);
        Cell[] referenceCells = [.. references.SelectMany(Cells)];
        Cell[] targetKinds = Kinds(targetCells), referenceKinds = Kinds(referenceCells);
        Block[] referenceBlocks = [.. referenceKinds.Select(BlockOf).OfType<Block>().Distinct()
            .OrderBy(block => block.Area.Reference).ThenBy(block => block.Area.ClassId).ThenBy(block => block.Second?.ClassId ?? ClassMap.None)];
        Demand[] targetBlocks = [.. targetKinds.Select(DemandOf).OfType<Demand>().Distinct()
            .Where(demand => referenceBlocks.Any(demand.Takes))
            .OrderBy(demand => demand.Source.Reference ?? -1).ThenBy(demand => demand.Source.ClassId)
            .ThenBy(demand => demand.AlsoSecond).ThenBy(demand => demand.Second?.ClassId ?? ClassMap.None)];

        Dictionary<Cell, int> blockOfTarget = targetKinds.ToDictionary(cell => cell, cell => DemandOf(cell) is { } demand ? Array.IndexOf(targetBlocks, demand) : NoBlock);
        Dictionary<Cell, int> blockOfReference = referenceKinds.ToDictionary(cell => cell, cell => BlockOf(cell) is { } block ? Array.IndexOf(referenceBlocks, block) : NoBlock);
        Dictionary<int, IReadOnlyList<AreaName>> sources = targetKinds.GroupBy(cell => cell.Id).ToDictionary(area => area.Key, area => SourceAreas([.. area.Select(DemandOf).OfType<Demand>()], referenceKinds));
        return new BlockAssignment(
            Array.ConvertAll(targetCells, cell => blockOfTarget.GetValueOrDefault(cell, NoBlock)),
            Array.ConvertAll(referenceCells, cell => blockOfReference.GetValueOrDefault(cell, NoBlock)),
            Array.ConvertAll(targetBlocks, demand => Enumerable.Range(0, referenceBlocks.Length).Where(block => demand.Takes(referenceBlocks[block])).ToArray()),
            sources,
            referenceBlocks.Length,
            [.. TargetNotes(sources), .. ReferenceNotes([.. referenceKinds.Select(cell => cell.Area)])]);
    }

    private static Cell[] Cells(ClassMap map, int reference) => [.. map.Ids.Select((id, i) => new Cell(reference, id, map.Second?[i] ?? ClassMap.None))];

    private static Cell[] Kinds(Cell[] cells) => [.. cells.Distinct().Where(cell => cell.Id != ClassMap.None)];

    /// <summary>
    /// Where a target cell looks for colour; null: nowhere. One that is left grey is matched like an automatic one, so that the colour network
    /// sees the same hints as before and the other areas keep their colours; only its own result is dropped. A source that the user
    /// chose is taken at its word: no cells of its neighbours, and none for a cell that only may belong to the area.
    /// </summary>
    private Demand? DemandOf(Cell cell)
    {
        TargetChoice choice = assignment.Target(cell.Id);
        if (choice.Kind == TargetChoiceKind.TakeFrom)
            return new Demand(choice.Source, AlsoSecond: false, null);
        if (!IsAutomatic(choice))
            return null;

        bool alsoSecond = references.Any(map => map.Second is not null);
        bool hasSecond = cell.Second != ClassMap.None && IsAutomatic(assignment.Target(cell.Second));
        return new Demand(new AreaName(null, cell.Id), alsoSecond, hasSecond ? new AreaName(null, cell.Second) : null);
    }

    private static bool IsAutomatic(TargetChoice choice) => choice.Kind is TargetChoiceKind.Automatic or TargetChoiceKind.LeaveGrey;

    /// <summary>The areas that lie in an area's source; where none does, those of the cells that it takes all the same.</summary>
    private IReadOnlyList<AreaName> SourceAreas(Demand[] demands, Cell[] referenceKinds)
    {
        ILookup<bool, AreaName> areas = referenceKinds
            .Where(cell => BlockOf(cell) is { } block && demands.Any(demand => demand.Takes(block)))
            .ToLookup(cell => demands[0].Owns(BlockOf(cell)!.Value), cell => cell.Area);
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

    private IEnumerable<AssignmentNote> TargetNotes(Dictionary<int, IReadOnlyList<AreaName>> sources)
    {
        foreach ((int id, TargetChoice choice) in assignment.Targets.OrderBy(item => item.Key))
        {
            if (!sources.TryGetValue(id, out IReadOnlyList<AreaName>? found))
                yield return new AssignmentNote(new AreaName(null, id), null);
            else if (choice.Kind == TargetChoiceKind.TakeFrom && found.Count == 0)
                yield return new AssignmentNote(new AreaName(null, id), choice.Source);
        }
    }

    private IEnumerable<AssignmentNote> ReferenceNotes(HashSet<AreaName> referenceAreas)
        => assignment.References.Keys
            .Where(area => !referenceAreas.Contains(area))
            .OrderBy(area => area.Reference).ThenBy(area => area.ClassId)
            .Select(area => new AssignmentNote(area, null));

    private static bool IsNamed(AreaName name, AreaName area) => name.ClassId == area.ClassId && (name.Reference is null || name.Reference == area.Reference);

    /// <summary>What a cell is, before the tables.</summary>
    private readonly record struct Cell(int Reference, int Id, int Second)
    {
        public AreaName Area => new(Reference, Id);
    }

    /// <summary>What reference cells count as: theirs, and what they may be.</summary>
    private readonly record struct Block(AreaName Area, AreaName? Second);

    /// <summary>Where target cells look for colour: an area, the cells that may belong to it, the area that they may belong to themselves.</summary>
    private readonly record struct Demand(AreaName Source, bool AlsoSecond, AreaName? Second)
    {
        public bool Takes(Block block) =>
            Owns(block)
            || (AlsoSecond && block.Second is { } mayBe && IsNamed(Source, mayBe))
            || (Second is { } second && IsNamed(second, block.Area));

        public bool Owns(Block block) => IsNamed(Source, block.Area);
    }
}
