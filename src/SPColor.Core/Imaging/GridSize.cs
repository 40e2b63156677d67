namespace SPColor.Core.Imaging;

/// <summary>Width and height of a row-major grid of pixels or cells.</summary>
/// <param name="Width">Columns, ≥ 1.</param>
/// <param name="Height">Rows, ≥ 1.</param>
public readonly record struct GridSize(int Width, int Height)
{
    /// <summary>Number of positions, <c>Width·Height</c>.</summary>
    public int Count => checked(Width * Height);

    /// <summary>The grid of a network output whose stride is <paramref name="stride"/> pixels.</summary>
    /// <param name="stride">Pixels per cell; divides both sides.</param>
    public GridSize AtStride(int stride) => new(Width / stride, Height / stride);

    /// <summary>Index of the cell of a coarser <paramref name="grid"/> over the same picture that holds a position of this one.</summary>
    /// <param name="position">y·width + x in this grid.</param>
    /// <param name="grid">Its sides divide this grid's by one stride.</param>
    public int CellOf(int position, GridSize grid)
    {
        int stride = Width / grid.Width;
        return position / Width / stride * grid.Width + position % Width / stride;
    }

    /// <summary>Index of the position that holds a place; null outside.</summary>
    /// <param name="place">0…1 from the left and from the top.</param>
    public int? CellAt(PlanePoint place) => place is { X: >= 0 and <= 1, Y: >= 0 and <= 1 }
        ? (Math.Min((int)(place.Y * Height), Height - 1) * Width) + Math.Min((int)(place.X * Width), Width - 1)
        : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Width}×{Height}";
}
