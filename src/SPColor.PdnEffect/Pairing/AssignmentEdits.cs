using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;

namespace SPColor.PdnEffect.Pairing;

/// <summary>Changes to a pairing that touch more than one rule.</summary>
internal static class AssignmentEdits
{
    /// <summary>
    /// One area of a reference counts as another. A row of this layer names what an area counts as, so rows that named this area,
    /// and no other, are rewritten to keep naming it.
    /// </summary>
    /// <param name="assignment">The pairing.</param>
    /// <param name="area">Of a reference.</param>
    /// <param name="choice">What it shall count as.</param>
    /// <param name="map">That reference's areas.</param>
    public static CategoryAssignment CountAs(CategoryAssignment assignment, AreaName area, ReferenceChoice choice, ClassMap map)
    {
        AreaName before = area with { ClassId = assignment.Reference(area).EffectiveId(area.ClassId) };
        AreaName after = area with { ClassId = choice.EffectiveId(area.ClassId) };
        bool isShared = map.Ids.Distinct().Any(id => id != ClassMap.None && id != area.ClassId
            && assignment.Reference(area with { ClassId = id }).EffectiveId(id) == before.ClassId);
        CategoryAssignment changed = assignment.WithReference(area, choice);
        if (isShared || choice.IsUnused)
            return changed;
        return assignment.Targets
            .Where(rule => rule.Value.Kind == TargetChoiceKind.TakeFrom && rule.Value.Source == before)
            .Aggregate(changed, (edited, rule) => edited.WithTarget(rule.Key, TargetChoice.TakeFrom(after)));
    }

    /// <summary>The pairing once a reference is gone: its rules too, and later references move up a letter.</summary>
    /// <param name="assignment">The pairing.</param>
    /// <param name="reference">0 = A.</param>
    public static CategoryAssignment WithoutReference(CategoryAssignment assignment, int reference)
    {
        CategoryAssignment kept = CategoryAssignment.Automatic;
        foreach ((int id, TargetChoice choice) in assignment.Targets)
        {
            if (choice.Kind != TargetChoiceKind.TakeFrom)
                kept = kept.WithTarget(id, choice);
            else if (choice.Source.Reference != reference)
                kept = kept.WithTarget(id, TargetChoice.TakeFrom(MoveUp(choice.Source, reference)));
        }

        return assignment.References
            .Where(rule => rule.Key.Reference != reference)
            .Aggregate(kept, (edited, rule) => edited.WithReference(MoveUp(rule.Key, reference), rule.Value));
    }

    private static AreaName MoveUp(AreaName area, int gone) =>
        area.Reference > gone ? area with { Reference = area.Reference - 1 } : area;
}
