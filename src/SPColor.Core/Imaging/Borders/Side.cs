namespace SPColor.Core.Imaging.Borders;

/// <summary>A side of a picture.</summary>
internal enum Side
{
    /// <summary>Row 0.</summary>
    Top,

    /// <summary>Last column.</summary>
    Right,

    /// <summary>Last row.</summary>
    Bottom,

    /// <summary>Column 0.</summary>
    Left,
}

/// <summary>How sides lie to each other.</summary>
internal static class Sides
{
    /// <summary>All four.</summary>
    public static IReadOnlyList<Side> All { get; } = [Side.Top, Side.Right, Side.Bottom, Side.Left];

    /// <summary>The side across the picture.</summary>
    public static Side Opposite(this Side side) => (Side)(((int)side + 2) % 4);

    /// <summary>The side at which this side's first ray starts.</summary>
    public static Side First(this Side side) => side is Side.Top or Side.Bottom ? Side.Left : Side.Top;

    /// <summary>
    /// How the depth of a straight edge grows along the side where a picture is turned to the right (its right side lies lower): 1 or −1
    /// times the tangent of the angle.
    /// </summary>
    public static int Slope(this Side side) => side is Side.Top or Side.Right ? 1 : -1;
}
