namespace SPColor.Core.Imaging;

/// <summary>
/// Reads a part that may lie turned out of a small picture: means of some places of each pixel, each linear between its neighbours.
/// </summary>
internal static class PartResampler
{
    /// <summary>Reads the part.</summary>
    /// <param name="picture">At least about as fine as the result.</param>
    /// <param name="part">Of that picture, or of one of another size that shows the same.</param>
    /// <param name="image">Receives the part, upright.</param>
    /// <param name="placesPerAxis">1 where the pixels fall on each other, else 2.</param>
    public static void Read(LabImage picture, SeenPart part, LabImage image, int placesPerAxis)
    {
        part = part.ScaledTo(picture.Size);
        for (int y = 0; y < image.Size.Height; y++)
        {
            for (int x = 0; x < image.Size.Width; x++)
                Read(picture, part, image, placesPerAxis, x, y);
        }
    }

    private static void Read(LabImage picture, SeenPart part, LabImage image, int places, int x, int y)
    {
        float l = 0, a = 0, b = 0, covered = 0;
        for (int i = 0; i < places * places; i++)
        {
            PlanePoint place = part.ToFull(new PlanePoint(
                (x + ((i % places) + 0.5) / places) / image.Size.Width,
                (y + ((i / places) + 0.5) / places) / image.Size.Height));
            (int left, int right, float across) = LinearTap.At(place.X, picture.Size.Width, (double)picture.Size.Width);
            (int above, int below, float down) = LinearTap.At(place.Y, picture.Size.Height, (double)picture.Size.Height);
            (above, below) = (above * picture.Size.Width, below * picture.Size.Width);
            Add(above + left, (1 - across) * (1 - down));
            Add(above + right, across * (1 - down));
            Add(below + left, (1 - across) * down);
            Add(below + right, across * down);
        }

        // Colour counts by its coverage, as in step 1.
        int pixel = (y * image.Size.Width) + x;
        image.Coverage[pixel] = covered / (places * places);
        (image.L[pixel], image.A[pixel], image.B[pixel]) = covered > 0 ? (l / covered, a / covered, b / covered) : (50, 0, 0);

        void Add(int from, float weight)
        {
            weight *= picture.Coverage[from];
            l += weight * picture.L[from];
            a += weight * picture.A[from];
            b += weight * picture.B[from];
            covered += weight;
        }
    }
}
