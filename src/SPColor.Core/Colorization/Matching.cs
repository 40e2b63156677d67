using SPColor.Core.Assignment;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Colorization;

/// <summary>Step 6: at once, or decided on the coarse pictures and refined on the large ones where there are such.</summary>
/// <param name="correspondence">SPC.</param>
/// <param name="facts">The pack's.</param>
/// <param name="areas">Number of areas.</param>
/// <param name="assignment">The user's tables.</param>
internal sealed class Matching(ICorrespondence correspondence, ModelFacts facts, int areas, CategoryAssignment assignment)
{
    /// <summary>Warps the references' colours onto the target.</summary>
    /// <param name="target">The grey picture.</param>
    /// <param name="references">Where colours come from.</param>
    /// <param name="blocks">What the tables make of the pictures' areas.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public WarpedColor Warp(PreparedImage target, IReadOnlyList<PreparedImage> references, BlockAssignment blocks, CancellationToken cancellationToken)
    {
        CorrespondenceProblem problem = Pose(target, references, blocks);
        PreparedImage small = Decided(target);
        PreparedImage[] smallReferences = [.. references.Select(Decided)];
        if (small == target && smallReferences.SequenceEqual(references))
            return correspondence.Warp(problem, cancellationToken);

        BlockAssignment smallBlocks = assignment.Apply(small.Classes(areas), [.. smallReferences.Select(reference => reference.Classes(areas))]);
        WarpedColor decided = correspondence.Warp(Pose(small, smallReferences, smallBlocks), cancellationToken);
        return new CoarseToFine(problem, Grids(references), decided, Grids(smallReferences), facts.Smoothing?.Gate).Warp(correspondence, cancellationToken);
    }

    private static PreparedImage Decided(PreparedImage picture) => picture.Coarse ?? picture;

    private static GridSize[] Grids(IEnumerable<PreparedImage> pictures) => [.. pictures.Select(picture => picture.Match.Size)];

    private CorrespondenceProblem Pose(PreparedImage target, IReadOnlyList<PreparedImage> references, BlockAssignment blocks) =>
        CorrespondenceProblems.Pose(target, target.Classes(areas), references, [.. references.Select(reference => reference.Classes(areas))], blocks, facts.Correspondence);
}
