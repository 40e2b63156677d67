using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Rendering;

namespace SPColor.PdnEffect.Settings;

/// <summary>All that the user chose, and what came of it; immutable, so that the token and its clones share one.</summary>
/// <param name="References">"A", "B", … by name; empty: the first other layer that is shown and has colour.</param>
/// <param name="Areas">Number of areas N; null: the pack's default.</param>
/// <param name="Side">Working size S.</param>
/// <param name="Border">What happens to a border around a photo, of the layer and of references.</param>
/// <param name="LookAtSelection">Whether of the layer only the selection's box is looked at, where there is a selection.</param>
/// <param name="StrengthPercent">0…100.</param>
/// <param name="Assignment">The pairing.</param>
/// <param name="Result">What <c>OnRender</c> shows; null: the layer as it is.</param>
internal sealed record SPColorSettings(
    IReadOnlyList<ReferenceKey> References,
    int? Areas,
    int Side,
    BorderMode Border,
    bool LookAtSelection,
    int StrengthPercent,
    CategoryAssignment Assignment,
    RenderedResult? Result)
{
    /// <summary>What a dialog starts with, and what Reset goes back to.</summary>
    public static SPColorSettings Default { get; } = new([], null, 256, BorderMode.Auto, true, 100, CategoryAssignment.Automatic, null);

    /// <summary>The working sizes offered.</summary>
    public static IReadOnlyList<int> Sides { get; } = [256, 384, 512];

    /// <summary>Where to look in the layer; null: everywhere.</summary>
    /// <param name="selection">Of the document at hand, which need not be the one that the settings were made in.</param>
    public PixelRect? BoxIn(SelectionBox selection) => LookAtSelection ? selection.Box : null;

    /// <summary>The strength as the merge takes it, 0…1.</summary>
    public float Strength => StrengthPercent / 100f;
}
