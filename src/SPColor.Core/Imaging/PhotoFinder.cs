namespace SPColor.Core.Imaging;

/// <summary>Finds what steps 1–7 should look at: the photo, and nothing of what surrounds it.</summary>
public static class PhotoFinder
{
    /// <summary>Least side of a photo in pixels; a smaller one shows nothing that could be recognised.</summary>
    public const int LeastSide = 8;

    /// <summary>The part with the photo; null where nothing is visible.</summary>
    /// <param name="picture">At full size; read row by row.</param>
    /// <param name="name">What messages call the picture.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    /// <exception cref="SPColorException">What is left is too small to recognise anything.</exception>
    public static SeenPart? Find(IPixelSource picture, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (OpaqueBounds.Find(picture, cancellationToken) is not { } visible)
            return null;

        // A picture that is as thin itself is the user's own wish.
        if (visible.Width < Math.Min(LeastSide, picture.Size.Width) || visible.Height < Math.Min(LeastSide, picture.Size.Height))
            throw new SPColorException($"only {visible.Size} pixels of {name} are visible, too few to recognise anything: at least {LeastSide}×{LeastSide} are needed");
        return SeenPart.Of(picture.Size, visible);
    }
}
