using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Rendering;

/// <summary>
/// A finished colouring, shared by reference between dialog, token and render threads; immutable. It holds no full-size pixels:
/// tiles are merged when they are asked for, which costs no more than all at once and spares 400 MB with a 100 MP layer.
/// </summary>
/// <param name="Size">Of the layer it was made for.</param>
/// <param name="Upsampler">Colour at working size and its guide.</param>
/// <param name="Strength">0 grey … 1 as predicted.</param>
/// <param name="Selection">What may change; null: everything.</param>
/// <param name="Overlay">Drawn above while the dialog is open; null: none.</param>
internal sealed record RenderedResult(
    GridSize Size, ChromaUpsampler Upsampler, float Strength, SelectionMask? Selection, CanvasOverlay? Overlay)
{
    /// <summary>
    /// Gives a tile its colours, in place. L* and alpha stay; so do all bytes of transparent and of unselected pixels.
    /// Safe to call from several threads.
    /// </summary>
    /// <param name="tile">Inside <see cref="Size"/>.</param>
    /// <param name="rows">The layer's own pixels of that tile.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public void ColorTile(PixelRect tile, TileRow rows, CancellationToken cancellationToken)
    {
        FullSizeMerge merge = new(Upsampler) { Strength = Strength, Selection = Selection?.Part(tile) };
        Tile pixels = new(tile.Size, rows);
        merge.RunPart(Size, tile, pixels, pixels, cancellationToken);
        Overlay?.Draw(Size, tile, rows);
    }

    private sealed class Tile(GridSize size, TileRow rows) : IPixelSource, IPixelSink
    {
        public GridSize Size => size;

        public PixelFormat Format => PixelFormat.Bgra8;

        public void ReadRow(int y, Span<byte> row) => rows(y)[..row.Length].CopyTo(row);

        public void WriteRow(int y, ReadOnlySpan<byte> row) => row.CopyTo(rows(y));
    }
}
