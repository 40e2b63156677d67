namespace SPColor.Core.Imaging;

/// <summary>Tells whether a reference has any colour to give.</summary>
public static class ReferenceColor
{
    /// <summary>
    /// Mean chroma, in CIELAB units, from which a picture counts as coloured. The chroma noise of a grey JPEG scan stays below 1;
    /// muted photos have 5 and more; a sepia print (about 10) is a reference that somebody may want.
    /// </summary>
    public const double LeastMeanChroma = 2;

    /// <summary>Whether the visible part of the picture has a mean chroma of at least <see cref="LeastMeanChroma"/>.</summary>
    /// <param name="image">Working-size picture; pixels count by their coverage.</param>
    public static bool HasColor(LabImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        double chroma = 0, covered = 0;
        for (int i = 0; i < image.Coverage.Length; i++)
        {
            chroma += image.Coverage[i] * Math.Sqrt((image.A[i] * (double)image.A[i]) + (image.B[i] * (double)image.B[i]));
            covered += image.Coverage[i];
        }

        return covered > 0 && chroma >= LeastMeanChroma * covered;
    }
}
