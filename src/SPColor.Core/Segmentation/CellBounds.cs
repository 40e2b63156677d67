namespace SPColor.Core.Segmentation;

/// <summary>A rectangle of cells.</summary>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns, ≥ 1.</param>
/// <param name="Height">Rows, ≥ 1.</param>
public readonly record struct CellBounds(int Left, int Top, int Width, int Height);
