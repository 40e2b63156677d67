using SPColor.Core.Assignment;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Settings;

/// <summary>Settings brought to a document: which of its layers they mean. Rules for a layer that is gone are left out, and said.</summary>
/// <param name="References">Found again, in the settings' order; empty: the default is to be looked for.</param>
/// <param name="Assignment">The pairing, with letters of what was found.</param>
/// <param name="Missing">One line for each reference that is gone.</param>
internal sealed record ResolvedReferences(
    IReadOnlyList<IReference> References, CategoryAssignment Assignment, IReadOnlyList<string> Missing)
{
    /// <summary>
    /// Looks for the settings' references. An only one that is gone leaves its place to the default, which keeps its rules: they are
    /// about areas, and the new one may have the same.
    /// </summary>
    public static ResolvedReferences Of(SPColorSettings settings, LayerStack layers)
    {
        List<IReference> found = [];
        List<string> missing = [];
        CategoryAssignment assignment = settings.Assignment;
        bool onlyOne = settings.References.Count == 1;
        foreach (ReferenceKey key in settings.References)
        {
            if (layers.Find(key) is { } reference && found.TrueForAll(other => other.Key != reference.Key))
            {
                found.Add(reference);
                continue;
            }

            missing.Add(onlyOne ? Words.ReferenceReplaced(key.Name) : Words.ReferenceGone(key.Name));
            if (!onlyOne)
                assignment = AssignmentEdits.WithoutReference(assignment, found.Count);
        }

        return new ResolvedReferences(found, assignment, missing);
    }
}
