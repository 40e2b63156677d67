using System.Drawing;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Rendering;
using PixelFormat = SPColor.Core.Imaging.PixelFormat;

namespace SPColor.PdnEffect.Dialog;

/// <summary>The small picture in the dialog: the same merge as on the canvas, on a small copy of the layer.</summary>
/// <param name="layer">The layer, small, BGRA.</param>
internal sealed class PreviewPainter(PixelBuffer layer)
{
    // Large enough at 240 DPI, small enough to be painted while the mouse moves.
    private const int Side = 360;

    /// <summary>Reads the layer. Slow: not for the UI thread.</summary>
    public static PreviewPainter Open(LayerInfo layer, CancellationToken cancellationToken)
    {
        PixelBuffer small = Thumbnail.Of(layer.Pixels, Side, cancellationToken);
        PixelBuffer copy = new(small.Size, PixelFormat.Bgra8);
        small.Bytes.CopyTo(copy.Bytes, 0);
        PixelImages.SwapRedAndBlue(copy.Bytes);
        return new PreviewPainter(copy);
    }

    /// <summary>The layer with its colours; as it is where there is no result.</summary>
    public Bitmap Paint(RenderedResult? result)
    {
        PixelBuffer picture = new(layer.Size, PixelFormat.Bgra8);
        layer.Bytes.CopyTo(picture.Bytes, 0);

        // The selection has the layer's size; what it leaves out is seen on the canvas.
        (result is null ? null : result with { Size = layer.Size, Selection = null })?.ColorTile(
            new PixelRect(0, 0, layer.Size.Width, layer.Size.Height), picture.Row, CancellationToken.None);
        return PixelImages.Make(picture);
    }
}
