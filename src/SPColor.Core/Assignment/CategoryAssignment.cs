using System.Collections.Immutable;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Assignment;

/// <summary>
/// Step 5, category assignment (the paper's CMP, spcolor.md §1.7): one table for the target's areas and one for the references',
/// applied to the class maps before the correspondence; confidences stay as they are. Immutable.
/// </summary>
public sealed class CategoryAssignment
{
    private readonly ImmutableDictionary<int, TargetChoice> _targets;
    private readonly ImmutableDictionary<AreaName, ReferenceChoice> _references;

    private CategoryAssignment(ImmutableDictionary<int, TargetChoice> targets, ImmutableDictionary<AreaName, ReferenceChoice> references)
    {
        _targets = targets;
        _references = references;
    }

    /// <summary>Every area is automatic: equal ids are paired.</summary>
    public static CategoryAssignment Automatic { get; } = new(ImmutableDictionary<int, TargetChoice>.Empty, ImmutableDictionary<AreaName, ReferenceChoice>.Empty);

    /// <summary>Whether the user chose nothing.</summary>
    public bool IsAutomatic => _targets.IsEmpty && _references.IsEmpty;

    /// <summary>The target areas that are not automatic.</summary>
    public IReadOnlyDictionary<int, TargetChoice> Targets => _targets;

    /// <summary>The reference areas that are not automatic.</summary>
    public IReadOnlyDictionary<AreaName, ReferenceChoice> References => _references;

    /// <summary>The choice for one area of the target.</summary>
    /// <param name="classId">The area's id.</param>
    public TargetChoice Target(int classId) => _targets.GetValueOrDefault(classId);

    /// <summary>The choice for one area of a reference.</summary>
    /// <param name="area">The area, with its reference.</param>
    public ReferenceChoice Reference(AreaName area) => _references.GetValueOrDefault(area);

    /// <summary>A copy with another choice for one area of the target.</summary>
    /// <param name="classId">0 … <see cref="AreaName.IdCount"/>−1.</param>
    /// <param name="choice">The choice.</param>
    public CategoryAssignment WithTarget(int classId, TargetChoice choice)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classId, AreaName.IdCount);
        return new CategoryAssignment(choice == TargetChoice.Automatic ? _targets.Remove(classId) : _targets.SetItem(classId, choice), _references);
    }

    /// <summary>A copy with another choice for one area of a reference.</summary>
    /// <param name="area">The area; it names its reference.</param>
    /// <param name="choice">The choice.</param>
    /// <exception cref="SPColorException">The reference is not named.</exception>
    public CategoryAssignment WithReference(AreaName area, ReferenceChoice choice)
    {
        if (area.Reference is null)
            throw new SPColorException($"reference area '{area}' does not say whose it is: put the reference's letter before it, like A:{area}");

        return new CategoryAssignment(_targets, choice == ReferenceChoice.Automatic ? _references.Remove(area) : _references.SetItem(area, choice));
    }

    /// <summary>Where the user drew borders on the target: for each cell a number that is equal where the choices are; null where all areas are automatic.</summary>
    /// <param name="target">The target's areas.</param>
    public float[]? ChoicesOf(ClassMap target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _targets.IsEmpty ? null : Numbers(target.Ids);
    }

    /// <summary>As <see cref="ChoicesOf(ClassMap)"/>, for each pixel.</summary>
    /// <param name="areas">The target's areas.</param>
    /// <param name="picture">Size of the target, a multiple of theirs by one stride.</param>
    public float[]? ChoicesOf(AreaPlane areas, GridSize picture)
    {
        ArgumentNullException.ThrowIfNull(areas);
        return _targets.IsEmpty ? null : Numbers([.. Enumerable.Range(0, picture.Count).Select(pixel => areas.At(pixel, picture))]);
    }

    private float[] Numbers(int[] areas)
    {
        int[] present = [.. areas.Distinct()];
        List<TargetChoice> choices = [.. present.Select(Target).Distinct()];
        Dictionary<int, float> numbers = present.ToDictionary(id => id, id => (float)choices.IndexOf(Target(id)));
        return Array.ConvertAll(areas, id => numbers[id]);
    }

    /// <summary>Applies both tables and groups the cells into the blocks of a correspondence problem.</summary>
    /// <param name="target">The target's areas.</param>
    /// <param name="references">Each reference's areas; may be none.</param>
    public BlockAssignment Apply(ClassMap target, IReadOnlyList<ClassMap> references)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(references);
        return new BlockPlanner(this, target, references).Plan();
    }
}
