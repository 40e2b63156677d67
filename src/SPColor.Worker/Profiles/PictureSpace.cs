using SPColor.Worker.Pictures;

namespace SPColor.Worker.Profiles;

/// <summary>Follows what a file says about its colours: cICP, else its profile, else PNG's other chunks, else a camera's mark.</summary>
internal static class PictureSpace
{
    /// <summary>Gives the picture's pixels their meaning, and its metadata the profile of an output; a note where it is taken as sRGB instead.</summary>
    /// <param name="picture">As read; its metadata say what the file says.</param>
    /// <param name="path">The file, for the note.</param>
    public static Picture Follow(Picture picture, string path)
    {
        PictureMetadata metadata = picture.Metadata;
        if (metadata.IccProfile is { } profile && metadata.PngColor?.CodePoints is null)
        {
            // The decoder has converted inks to sRGB.
            if (IccProfile.Kind(profile) == ProfileKind.Cmyk)
                return With(picture, FollowedSpace.Srgb);
            return IccSpace.Read(profile) is { } followed ? With(picture, followed) : Noted(picture, path, "its colour profile cannot be followed");
        }
        if (metadata.PngColor is not { } color)
            return With(picture, CameraSpace.Read(metadata.Exif) ?? FollowedSpace.Srgb);
        if (color.Read() is not { } said)
            return Noted(picture, path, "its colour space (cICP) cannot be followed");
        Picture seen = With(picture, said);
        return said.Space.IsSrgb ? seen : seen with { Metadata = seen.Metadata with { PngColor = color } };
    }

    private static Picture With(Picture picture, FollowedSpace followed)
    {
        picture.Pixels.Space = followed.Space;
        return picture with { Metadata = picture.Metadata with { IccProfile = followed.Profile, PngColor = null } };
    }

    private static Picture Noted(Picture picture, string path, string what) => With(picture, FollowedSpace.Srgb) with
    {
        // Written in place, the file would lose what nobody here can say again.
        Unread = picture.Unread ?? "what it says about its colours",
        Notes = [.. picture.Notes, $"{path}: {what}, its colours are taken as sRGB: convert it to sRGB in an image editor if they look wrong."],
    };
}
