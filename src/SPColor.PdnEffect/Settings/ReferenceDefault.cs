using SPColor.Core;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Settings;

/// <summary>The reference when nobody chose one.</summary>
internal static class ReferenceDefault
{
    /// <summary>The first other layer that is shown and has colour.</summary>
    /// <exception cref="SPColorException">There is none.</exception>
    public static IReference Find(LayerStack layers, CancellationToken cancellationToken) =>
        layers.FindDefault(cancellationToken)
        ?? throw new SPColorException(layers.References.Count == 0 ? Words.NoSecondLayer : Words.NoColoredLayer);
}
