namespace SPColor.Core.Imaging;

/// <summary>Tells whether a reference has any colour to give.</summary>
public static class ReferenceColor
{
    /// <summary>
    /// Chroma, in CIELAB units, from which a pixel counts as coloured. Grey scans with compression noise or a faint tone stay below
    /// (the toned ones among 50 looked at: 2 to 6); a sepia print (about 10) is a reference that somebody may want.
    /// </summary>
    public const double LeastChroma = 6;

    /// <summary>Share of coloured pixels that is enough: one small coloured thing before a white wall is a reference.</summary>
    public const double LeastShare = 0.005;

    /// <summary>Whether at least <see cref="LeastShare"/> of what is visible has at least <see cref="LeastChroma"/>.</summary>
    /// <param name="image">Working-size picture; pixels count by their coverage.</param>
    public static bool HasColor(LabImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        double coloured = 0, covered = 0;
        for (int i = 0; i < image.Coverage.Length; i++)
        {
            covered += image.Coverage[i];
            if ((image.A[i] * image.A[i]) + (image.B[i] * image.B[i]) >= LeastChroma * LeastChroma)
                coloured += image.Coverage[i];
        }

        return covered > 0 && coloured >= LeastShare * covered;
    }
}
