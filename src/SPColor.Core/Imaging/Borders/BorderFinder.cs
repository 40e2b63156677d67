namespace SPColor.Core.Imaging.Borders;

/// <summary>Finds the photo inside its borders: a print's white one on an album's page on a scanner's bed.</summary>
internal static class BorderFinder
{
    /// <summary>Longest side of the picture that is searched: lines lie right to a fraction of its pixels.</summary>
    public const int Side = 640;

    private const int MostBorders = 3;

    /// <summary>The photo as a part of the picture; null where no border is found.</summary>
    /// <param name="picture">Not longer than <see cref="Side"/>; L* is read.</param>
    /// <param name="cancellationToken">Checked between borders.</param>
    public static SeenPart? Find(LabImage picture, CancellationToken cancellationToken)
    {
        SeenPart? found = null;
        LabImage inner = picture;
        for (int border = 0; border < MostBorders; border++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (BorderSearch.Find(inner) is not { } frame)
                break;
            found = found is null ? frame.Photo : found.Inner(frame.Photo);
            inner = new LabImage(found.Size);
            PartResampler.Read(picture, found, inner, placesPerAxis: 2);
        }

        return found;
    }
}
