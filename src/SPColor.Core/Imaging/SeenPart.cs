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

    /// <summary>Whether a border around it was found and left out.</summary>
    public bool HasBorder { get; init; }

    /// <summary>By how many degrees the picture is turned clockwise to show the part upright, above −90 up to 270.</summary>
    public double Turn => Math.Atan2(Across.Y, Across.X) * -180 / Math.PI is var turn && turn <= -90 ? turn + 360 : turn + 0.0;

    /// <summary>Size of the part in pixels of the picture, as the part lies.</summary>
    public GridSize Size => new(Math.Max(1, (int)Math.Round(Across.Length)), Math.Max(1, (int)Math.Round(Down.Length)));

    /// <summary>Whether this is the picture, upright and all of it.</summary>
    public bool IsWhole => IsUpright && Bounds == PixelRect.Whole(Full);

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
    public static SeenPart Whole(GridSize full) => Of(full, PixelRect.Whole(full));

    /// <summary>An upright part of whole pixels.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="part">Inside the picture.</param>
    public static SeenPart Of(GridSize full, PixelRect part) =>
        new(full, new PlanePoint(part.X, part.Y), new PlanePoint(part.Width, 0), new PlanePoint(0, part.Height));

    /// <summary>What lies inside four straight edges that are parallel or at right angles to each other.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="tangent">Of the angle by which the part is turned to the right: its right side lies lower.</param>
    /// <param name="top">Depth of the edge in the middle of the top side, in pixels.</param>
    /// <param name="right">Of the right side.</param>
    /// <param name="bottom">Of the bottom side.</param>
    /// <param name="left">Of the left side.</param>
    internal static SeenPart Inside(GridSize full, double tangent, float top, float right, float bottom, float left)
    {
        double cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        PlanePoint middle = new(full.Width / 2.0, full.Height / 2.0);
        PlanePoint across = new PlanePoint(1, tangent) * cosine, down = new PlanePoint(-tangent, 1) * cosine;
        PlanePoint corner = middle + (across * ((left - middle.X) * cosine)) + (down * ((top - middle.Y) * cosine));
        return new SeenPart(
            full, corner, across * ((full.Width - left - right) * cosine), down * ((full.Height - top - bottom) * cosine));
    }

    /// <summary>A part of this part.</summary>
    /// <param name="inner">Of this part as a picture of its own, of any size.</param>
    internal SeenPart Inner(SeenPart inner)
    {
        PlanePoint across = Across * (1.0 / inner.Full.Width), down = Down * (1.0 / inner.Full.Height);
        return new SeenPart(Full, Corner + Step(inner.Corner), Step(inner.Across), Step(inner.Down));

        PlanePoint Step(PlanePoint pixels) => (across * pixels.X) + (down * pixels.Y);
    }

    /// <summary>
    /// A little less than this part, so that nothing of its border is in it, though colour still goes as far as the part does. An
    /// upright part then has whole pixels; sides that are the picture's own stay.
    /// </summary>
    /// <param name="less">In pixels of the picture, ≥ 0: how well the edges are known.</param>
    internal SeenPart Trimmed(double less)
    {
        if (!IsUpright)
        {
            PlanePoint across = Across * (less / Across.Length), down = Down * (less / Down.Length);
            return new SeenPart(Full, Corner + across + down, Across - (across * 2), Down - (down * 2)) { Margin = less };
        }

        int left = First(Corner.X), top = First(Corner.Y);
        int right = Full.Width - First(Full.Width - Corner.X - Across.X), bottom = Full.Height - First(Full.Height - Corner.Y - Down.Y);
        return Of(Full, new PixelRect(left, top, Math.Max(1, right - left), Math.Max(1, bottom - top))) with { Margin = less };

        // A quarter of a pixel is within what an edge's place may be off.
        int First(double edge) => edge <= 0 ? 0 : (int)Math.Ceiling(edge + less - 0.25);
    }

    /// <summary>This part as a part of a rectangle around it.</summary>
    /// <param name="bounds">In the picture.</param>
    internal SeenPart In(PixelRect bounds) => new(bounds.Size, Corner - new PlanePoint(bounds.X, bounds.Y), Across, Down) { Margin = Margin };

    /// <summary>The same part of another copy of the picture, such as a thumbnail.</summary>
    /// <param name="full">Size of the copy.</param>
    public SeenPart ScaledTo(GridSize full)
    {
        if (full == Full)
            return this;
        double x = (double)full.Width / Full.Width, y = (double)full.Height / Full.Height;
        return new SeenPart(full, Scaled(Corner), Scaled(Across), Scaled(Down)) { Margin = Margin * Math.Sqrt(x * y), HasBorder = HasBorder };

        PlanePoint Scaled(PlanePoint point) => new(point.X * x, point.Y * y);
    }

    /// <summary>The same part of a picture that lies on its side or upside down.</summary>
    /// <param name="degrees">By how much the picture is to be turned clockwise: 0, 90, 180 or 270.</param>
    public SeenPart TurnedBy(int degrees) => degrees == 0
        ? this
        : new SeenPart(Full, Corner + Down, Down * -1, Across) { Margin = Margin, HasBorder = HasBorder }.TurnedBy(degrees - 90);

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
