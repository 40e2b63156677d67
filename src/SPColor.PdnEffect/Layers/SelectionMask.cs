using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>
/// A selection that stays valid when the host's bitmap is gone: only the mask inside its bounds is kept. Its soft edge is a blend
/// in CIELAB, and outside it every byte stays (users.md §2.7, 7).
/// </summary>
internal sealed class SelectionMask : ISelection
{
    private readonly byte[] _coverage;

    /// <summary>Copies a mask.</summary>
    /// <param name="bounds">Where anything is selected.</param>
    /// <param name="rows">The whole canvas' mask.</param>
    /// <param name="width">Of the canvas.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public SelectionMask(PixelRect bounds, ISelection rows, int width, CancellationToken cancellationToken)
    {
        Bounds = bounds;
        _coverage = new byte[checked(bounds.Width * bounds.Height)];
        byte[] row = new byte[width];
        for (int y = 0; y < bounds.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.ReadRow(bounds.Y + y, row);
            row.AsSpan(bounds.X, bounds.Width).CopyTo(_coverage.AsSpan(y * bounds.Width));
        }
    }

    /// <summary>Smallest rectangle around what is selected, soft edges too.</summary>
    public PixelRect Bounds { get; }

    /// <inheritdoc/>
    public void ReadRow(int y, Span<byte> coverage) => ReadRow(0, y, coverage);

    /// <summary>The selection within a tile, in the tile's own rows and columns.</summary>
    public ISelection Part(PixelRect tile) => new TileMask(this, tile);

    private void ReadRow(int x, int y, Span<byte> coverage)
    {
        coverage.Clear();
        int row = y - Bounds.Y, from = Math.Max(x, Bounds.X), to = Math.Min(x + coverage.Length, Bounds.X + Bounds.Width);
        if (row >= 0 && row < Bounds.Height && from < to)
            _coverage.AsSpan((row * Bounds.Width) + from - Bounds.X, to - from).CopyTo(coverage[(from - x)..]);
    }

    private sealed class TileMask(SelectionMask whole, PixelRect tile) : ISelection
    {
        public void ReadRow(int y, Span<byte> coverage) => whole.ReadRow(tile.X, tile.Y + y, coverage[..tile.Width]);
    }
}
