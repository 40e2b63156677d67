using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Effect;

/// <summary>Paint.NET's document as the plugin's logic sees it. Dispose of it when nobody reads layers any more.</summary>
internal sealed class OpenDocument : IDisposable
{
    private readonly LayerPixels[] _pixels;

    /// <summary>Reads names and selection; pixels are read later.</summary>
    /// <param name="environment">Of one use of the effect.</param>
    public OpenDocument(IEffectEnvironment environment)
    {
        IEffectDocumentInfo document = environment.Document;
        _pixels = [.. document.Layers.Select(layer => new LayerPixels(layer, document.Size))];
        Layers = new LayerStack(
            [.. document.Layers.Select((layer, i) => new LayerInfo(i, layer.Name, layer.Visible, layer.Opacity, _pixels[i]))],
            environment.SourceLayerIndex,
            new PictureFiles());
        Selection = ReadSelection(environment.Selection, document.Size);
    }

    /// <summary>All layers.</summary>
    public LayerStack Layers { get; }

    /// <summary>What is selected; null: everything.</summary>
    public SelectionMask? Selection { get; }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_pixels, pixels => pixels.Dispose());

    private static SelectionMask? ReadSelection(IEffectSelectionInfo selection, SizeInt32 canvas)
    {
        RectInt32 bounds = selection.RenderBounds;
        using IEffectInputBitmap<ColorAlpha8> mask = selection.MaskBitmap;
        using IBitmapLock<ColorAlpha8> pixels = mask.Lock(new RectInt32(0, 0, canvas));
        MaskRows rows = new(pixels);
        return bounds.Width == canvas.Width && bounds.Height == canvas.Height && rows.AreAllSelected(canvas)
            ? null
            : new SelectionMask(new PixelRect(bounds.X, bounds.Y, bounds.Width, bounds.Height), rows, canvas.Width, CancellationToken.None);
    }

    private sealed unsafe class MaskRows(IBitmapLock<ColorAlpha8> mask) : ISelection
    {
        public void ReadRow(int y, Span<byte> coverage) => Row(y, coverage.Length).CopyTo(coverage);

        public bool AreAllSelected(SizeInt32 canvas)
        {
            for (int y = 0; y < canvas.Height; y++)
            {
                if (Row(y, canvas.Width).ContainsAnyExcept(byte.MaxValue))
                    return false;
            }

            return true;
        }

        private ReadOnlySpan<byte> Row(int y, int width) => new((byte*)mask.Buffer + ((nint)y * mask.BufferStride), width);
    }
}
