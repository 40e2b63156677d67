namespace SPColor.Core.Imaging;

/// <summary>A rectangle of whole pixels.</summary>
/// <param name="X">Left column.</param>
/// <param name="Y">Top row.</param>
/// <param name="Width">Columns, ≥ 1.</param>
/// <param name="Height">Rows, ≥ 1.</param>
public readonly record struct PixelRect(int X, int Y, int Width, int Height)
{
    /// <summary>Width and height.</summary>
    public GridSize Size => new(Width, Height);

    /// <summary>All of a picture.</summary>
    public static PixelRect Whole(GridSize picture) => new(0, 0, picture.Width, picture.Height);
}
