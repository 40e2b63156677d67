namespace SPColor.Core.Imaging;

/// <summary>
/// Maps positions between a picture and its working-size copy. Whole numbers are pixel centres (the outer edges of a picture of
/// width w lie at −½ and w − ½), so that <see cref="ToFull"/> and <see cref="ToWorking"/> undo each other.
/// </summary>
/// <param name="Full">Size of the picture.</param>
/// <param name="Working">Working size.</param>
public readonly record struct WorkingMap(GridSize Full, GridSize Working)
{
    /// <summary>Where a position of the picture lies in the working-size copy.</summary>
    /// <param name="x">Column, 0 = centre of the first.</param>
    /// <param name="y">Row.</param>
    public (double X, double Y) ToWorking(double x, double y) =>
        (Map(x, Full.Width, Working.Width), Map(y, Full.Height, Working.Height));

    /// <summary>Where a position of the working-size copy lies in the picture.</summary>
    /// <param name="x">Column, 0 = centre of the first.</param>
    /// <param name="y">Row.</param>
    public (double X, double Y) ToFull(double x, double y) =>
        (Map(x, Working.Width, Full.Width), Map(y, Working.Height, Full.Height));

    private static double Map(double at, int from, int to) => ((at + 0.5) * to / from) - 0.5;
}
