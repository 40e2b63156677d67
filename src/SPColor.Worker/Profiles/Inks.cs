using SPColor.Worker.Pictures;

namespace SPColor.Worker.Profiles;

/// <summary>Cyan, magenta, yellow and black whose look no profile tells.</summary>
internal static class Inks
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>Says that a decoder took inks for perfect ones: each lets through what it does not hold back, and they multiply.</summary>
    /// <param name="picture">As decoded.</param>
    /// <param name="path">The file.</param>
    public static Picture Plain(Picture picture, string path) => picture with
    {
        // A profile of something else says nothing about inks, and nothing about what was made of them.
        Metadata = picture.Metadata with { IccProfile = null },
        Notes =
        [
            .. picture.Notes,
            $"{path}: no profile that can be followed says how its inks look, they are taken as perfect ones: for its true colours convert it to sRGB in an image editor.",
        ],
    };
}
