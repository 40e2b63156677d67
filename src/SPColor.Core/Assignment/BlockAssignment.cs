namespace SPColor.Core.Assignment;

/// <summary>What the tables make of the class maps, in the terms of a <see cref="Correspondence.CorrespondenceProblem"/>.</summary>
/// <param name="TargetBlock">Block of each target cell; −1: unrelated or transparent. Cells share a block when they take
/// colour from the same place, so every block has a match.</param>
/// <param name="ReferenceBlock">Block of each cell of all references after each other, or −1: one block per reference,
/// effective id and effective second id.</param>
/// <param name="Matches">For each target block, the reference blocks it takes colour from, ascending; never empty.</param>
/// <param name="Sources">For each area of the target, the reference areas that it takes colour from, ascending: what a user is told. Cells that only
/// may belong to such an area match too, but are named only where it has no cell of its own.</param>
/// <param name="ReferenceBlockCount">Number of reference blocks.</param>
/// <param name="Notes">Choices that did not apply; target areas first, by id, then reference areas.</param>
public sealed record BlockAssignment(
    int[] TargetBlock,
    int[] ReferenceBlock,
    int[][] Matches,
    IReadOnlyDictionary<int, IReadOnlyList<AreaName>> Sources,
    int ReferenceBlockCount,
    IReadOnlyList<AssignmentNote> Notes);
