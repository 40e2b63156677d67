using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>What the plugin knows of one layer. Its pixels ignore <see cref="Visible"/> and <see cref="Opacity"/>.</summary>
/// <param name="Index">Place in the document, 0 = bottom.</param>
/// <param name="Name">As in the Layers window.</param>
/// <param name="Visible">Whether its box is ticked.</param>
/// <param name="Opacity">0…1.</param>
/// <param name="Pixels">The whole sheet, as large as the canvas; read from any thread.</param>
internal sealed record LayerInfo(int Index, string Name, bool Visible, float Opacity, IPixelSource Pixels)
{
    /// <summary>Whether anybody sees it; a layer that nobody sees is offered but never chosen by itself.</summary>
    public bool IsShown => Visible && Opacity > 0;
}
