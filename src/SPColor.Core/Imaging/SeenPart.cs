namespace SPColor.Core.Imaging;

/// <summary>
/// The part of a full-size picture that steps 1–7 look at: a rectangle that may lie turned in it. Its own upper left corner is
/// <see cref="Corner"/>; from there it goes <see cref="Across"/> to its right and <see cref="Down"/> to its bottom. What lies
/// outside belongs to no area and stays without colour. Immutable; a <see cref="LabImage"/> carries the part that it shows.
/// </summary>
public sealed record SeenPart
{
    private SeenPart(GridSize full, PlanePoint corner, PlanePoint across, PlanePoint down) =>
        (Full, Corner, Across, Down) = (full, corner, across, down);

    /// <summary>Size of the picture.</summary>
    public GridSize Full { get; }

    /// <summary>The part's own upper left corner, in pixels of the picture.</summary>
    public PlanePoint Corner { get; }

    /// <summary>From the corner to the part's upper right one.</summary>
    public PlanePoint Across { get; }

    /// <summary>From the corner to the part's lower left one.</summary>
    public PlanePoint Down { get; }

    /// <summary>How far beyond the part colour still goes, in pixels of the picture: where the part was cut a little too small on purpose.</summary>
    public double Margin { get; init; }

    /// <summary>Size of the part in pixels of the picture, as the part lies.</summary>
    public GridSize Size => new(Math.Max(1, (int)Math.Round(Across.Length)), Math.Max(1, (int)Math.Round(Down.Length)));

    /// <summary>Whether this is the picture, upright and all of it.</summary>
    public bool IsWhole => IsUpright && Bounds == new PixelRect(0, 0, Full.Width, Full.Height);

    /// <summary>Whether right and down are the picture's own.</summary>
    public bool IsUpright => this is { Across: { Y: 0, X: > 0 }, Down: { X: 0, Y: > 0 } };

    /// <summary>Whether its sides are parallel to the picture's: upright, or by quarter turns.</summary>
    public bool IsSquare => (Across.Y == 0 && Down.X == 0) || (Across.X == 0 && Down.Y == 0);

    /// <summary>Smallest rectangle of whole pixels of the picture around the part.</summary>
    public PixelRect Bounds
    {
        get
        {
            PlanePoint far = Corner + Across + Down, right = Corner + Across, below = Corner + Down;
            int left = (int)Math.Floor(Math.Clamp(Math.Min(Math.Min(Corner.X, far.X), Math.Min(right.X, below.X)), 0, Full.Width - 1));
            int top = (int)Math.Floor(Math.Clamp(Math.Min(Math.Min(Corner.Y, far.Y), Math.Min(right.Y, below.Y)), 0, Full.Height - 1));
            double endX = Math.Max(Math.Max(Corner.X, far.X), Math.Max(right.X, below.X));
            double endY = Math.Max(Math.Max(Corner.Y, far.Y), Math.Max(right.Y, below.Y));
            return new PixelRect(
                left,
                top,
                (int)Math.Ceiling(Math.Clamp(endX, left + 1, Full.Width)) - left,
                (int)Math.Ceiling(Math.Clamp(endY, top + 1, Full.Height)) - top);
        }
    }

    /// <summary>All of a picture.</summary>
    public static SeenPart Whole(GridSize full) => Of(full, new PixelRect(0, 0, full.Width, full.Height));

    /// <summary>An upright part of whole pixels.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="part">Inside the picture.</param>
    public static SeenPart Of(GridSize full, PixelRect part) =>
        new(full, new PlanePoint(part.X, part.Y), new PlanePoint(part.Width, 0), new PlanePoint(0, part.Height));

    /// <summary>The same part of another copy of the picture, such as a thumbnail.</summary>
    /// <param name="full">Size of the copy.</param>
    public SeenPart ScaledTo(GridSize full)
    {
        if (full == Full)
            return this;
        double x = (double)full.Width / Full.Width, y = (double)full.Height / Full.Height;
        return new SeenPart(full, Scaled(Corner), Scaled(Across), Scaled(Down)) { Margin = Margin * Math.Sqrt(x * y) };

        PlanePoint Scaled(PlanePoint point) => new(point.X * x, point.Y * y);
    }

    /// <summary>Where a place of the picture lies in the part: 0…1 from its left and from its top inside, beyond that outside.</summary>
    /// <param name="place">In pixels of the picture.</param>
    public PlanePoint ToPart(PlanePoint place)
    {
        PlanePoint from = place - Corner;
        double area = (Across.X * Down.Y) - (Across.Y * Down.X);
        return new PlanePoint(((from.X * Down.Y) - (from.Y * Down.X)) / area, ((Across.X * from.Y) - (Across.Y * from.X)) / area);
    }

    /// <summary>Undoes <see cref="ToPart"/>.</summary>
    /// <param name="place">0…1 from the part's left and from its top.</param>
    public PlanePoint ToFull(PlanePoint place) => Corner + (Across * place.X) + (Down * place.Y);
}
