using SPColor.Core.Imaging.Borders;

namespace SPColor.Core.Imaging;

/// <summary>What happens to a border around a photo.</summary>
public enum BorderMode
{
    /// <summary>It is looked for, and left out where it is found.</summary>
    Auto,

    /// <summary>It is taken for a part of the photo.</summary>
    Keep,
}

/// <summary>Finds what steps 1–7 should look at: the photo, and nothing of what surrounds it.</summary>
public static class PhotoFinder
{
    /// <summary>Least side of a photo in pixels; a smaller one shows nothing that could be recognised.</summary>
    public const int LeastSide = 8;

    // What surrounds a photo less than this part of the picture is no surround.
    private const double LeastSurround = 0.015;

    // How far off an edge may be that was found, in pixels of the picture that is searched.
    private const double EdgeError = 0.5;

    /// <summary>The part with the photo; null where nothing is visible.</summary>
    /// <param name="picture">At full size; read row by row.</param>
    /// <param name="name">What messages call the picture.</param>
    /// <param name="border">Whether to look for a border.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    /// <exception cref="SPColorException">What is left is too small to recognise anything.</exception>
    public static SeenPart? Find(IPixelSource picture, string name, BorderMode border, CancellationToken cancellationToken) =>
        Find(picture, null, name, border, cancellationToken);

    /// <summary>The part with the photo within a box; null where nothing is visible in it.</summary>
    /// <param name="picture">At full size; read row by row.</param>
    /// <param name="box">What is outside is not looked at, as if it were a border; null: all of the picture.</param>
    /// <param name="name">What messages call what is in the box.</param>
    /// <param name="border">Whether to look for a border, inside the box: of one print on an album's page its own.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    /// <exception cref="SPColorException">What is left is too small to recognise anything.</exception>
    public static SeenPart? Find(IPixelSource picture, PixelRect? box, string name, BorderMode border, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        PixelRect within = box ?? PixelRect.Whole(picture.Size);
        IPixelSource looked = within == PixelRect.Whole(picture.Size) ? picture : new CroppedSource(picture, within);
        if (OpaqueBounds.Find(looked, cancellationToken) is not { } visible)
            return null;

        // A picture or a box that is as thin itself is the user's own wish.
        if (visible.Width < Math.Min(LeastSide, within.Width) || visible.Height < Math.Min(LeastSide, within.Height))
            throw new SPColorException($"only {visible.Size} pixels of {name} are visible, too few to recognise anything: at least {LeastSide}×{LeastSide} are needed");
        SeenPart seen = SeenPart.Of(
            picture.Size,
            IsNearlyAll(visible, within.Size) ? within : visible with { X = within.X + visible.X, Y = within.Y + visible.Y });
        return border == BorderMode.Keep ? seen : WithoutBorder(picture, seen, cancellationToken);
    }

    // A photo with soft edges that is cut by some pixels gets other colours than the whole one, and there is nothing to win.
    private static bool IsNearlyAll(PixelRect visible, GridSize full)
    {
        double x = LeastSurround * full.Width, y = LeastSurround * full.Height;
        return visible.X < x && visible.Y < y
            && full.Width - visible.X - visible.Width < x && full.Height - visible.Y - visible.Height < y;
    }

    private static SeenPart WithoutBorder(IPixelSource picture, SeenPart seen, CancellationToken cancellationToken)
    {
        GridSize size = seen.Size;
        double scale = Math.Max(1, Math.Max(size.Width, size.Height) / (double)BorderFinder.Side);
        GridSize small = new(Scaled(size.Width), Scaled(size.Height));
        IPixelSource source = seen.IsWhole ? picture : new CroppedSource(picture, seen.Bounds);
        LabImage looked = LightnessReader.Read(source, small, cancellationToken);

        // What is cut out, an oval or a turned layer, has no border.
        if (looked.Coverage.Contains(0f) || BorderFinder.Find(looked, cancellationToken) is not { } photo)
            return seen;
        SeenPart found = seen.Inner(photo);
        return found.Trimmed(found.IsUpright && scale == 1 ? 0 : EdgeError * scale) with { HasBorder = true };

        int Scaled(double length) => Math.Max(1, (int)Math.Round(length / scale));
    }
}
