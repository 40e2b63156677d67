using SPColor.Core.Assignment;
using SPColor.Core.Correspondence;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>What steps 4–7 found; immutable, so that it may be shown and merged on any thread.</summary>
/// <param name="TargetClasses">Areas of the target, before the user's tables.</param>
/// <param name="ReferenceClasses">Areas of each reference, before the user's tables.</param>
/// <param name="Blocks">What the user's tables made of them, and which choices did not apply.</param>
/// <param name="Warped">Colour that SPC brought over, with its match strength per cell.</param>
/// <param name="Chroma">Final a*, b* at working size; 0 where an area is left grey.</param>
public sealed record ColorizationResult(
    ClassMap TargetClasses,
    IReadOnlyList<ClassMap> ReferenceClasses,
    BlockAssignment Blocks,
    WarpedColor Warped,
    ChromaPlanes Chroma)
{
    /// <summary>Mean match strength S over an area of the target, 0 where nothing matched.</summary>
    /// <param name="classId">An area that the target has.</param>
    public float MatchStrength(int classId) =>
        (float)TargetClasses.Ids
            .Zip(Warped.Similarity)
            .Where(cell => cell.First == classId)
            .Average(cell => (double)cell.Second);
}
