namespace SPColor.Core.Imaging;

/// <summary>Chooses the size at which the networks see a picture (design, step 1).</summary>
public static class WorkingSize
{
    /// <summary>Both sides are multiples of this, so that every network stride divides them.</summary>
    public const int Multiple = 32;

    /// <summary>The largest S.</summary>
    public const int LargestSide = 512;

    /// <summary>Most pixels at any size.</summary>
    public const int MaxPixels = LargestSide * LargestSide;

    // Up to this ratio of the long side to the short one a picture is given side² pixels, as the networks were trained; beyond, the
    // short side would lose what it shows.
    private const double LongFrom = 3;

    // What losing area costs beside distorting shape, both as logarithms: 4:3 becomes 9:7 cells (4 % off) rather than 8:6 with a
    // quarter of the area lost, while 3:2 stays exactly 9:6.
    private const double AreaWeight = 0.5;

    /// <summary>
    /// The size with the least cost |ln(aspect ÷ true aspect)| + ½·ln(limit ÷ area) among those whose sides are multiples of
    /// <see cref="Multiple"/> and whose area is at most the limit: <paramref name="side"/>² and, where
    /// <paramref name="longMayGrow"/>, for a picture of r:1 with r above 3 side²·r/3, but not more than <see cref="MaxPixels"/>.
    /// Each axis is scaled on its own.
    /// </summary>
    /// <param name="full">Size of the picture, of any shape.</param>
    /// <param name="side">256, 384 or 512; any positive multiple of 32.</param>
    /// <param name="longMayGrow">Whether the networks take any size, <see cref="Models.ModelFacts.AnySize"/>.</param>
    public static GridSize Fit(GridSize full, int side, bool longMayGrow)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(full.Width, 1, nameof(full));
        ArgumentOutOfRangeException.ThrowIfLessThan(full.Height, 1, nameof(full));
        ArgumentOutOfRangeException.ThrowIfLessThan(side, Multiple);
        if (side % Multiple != 0)
            throw new ArgumentOutOfRangeException(nameof(side), side, $"The working side is no multiple of {Multiple}.");

        double aspect = Math.Log((double)full.Width / full.Height);
        int cells = side / Multiple * (side / Multiple);
        if (longMayGrow)
        {
            double growth = Math.Max(1, Math.Exp(Math.Abs(aspect)) / LongFrom);
            cells = (int)Math.Max(cells, Math.Min(cells * growth, MaxPixels / (Multiple * Multiple)));
        }

        (double Cost, int Columns, int Rows) best = (double.PositiveInfinity, 1, 1);
        for (int columns = 1; columns <= cells; columns++)
        {
            for (int rows = 1; rows <= cells / columns; rows++)
            {
                double distortion = Math.Abs(Math.Log((double)columns / rows) - aspect);
                double cost = distortion + (AreaWeight * Math.Log((double)cells / (columns * rows)));
                if (cost < best.Cost)
                    best = (cost, columns, rows);
            }
        }

        return new GridSize(best.Columns * Multiple, best.Rows * Multiple);
    }
}
