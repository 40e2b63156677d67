using SPColor.Core.Files;
using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>How a picture is saved.</summary>
/// <param name="Quality">Of JPEG and WebP, 1…100; null: JPEG as the picture's own file, else 95; WebP without loss.</param>
internal sealed record SaveOptions(int? Quality = null);

/// <summary>Picture files in and out: every other class of this folder stands behind these methods.</summary>
internal static class ImageFile
{
    /// <summary>Reads a picture, turned upright; its kind is told from its content.</summary>
    /// <param name="path">JPEG, PNG, TIFF, BMP, WebP or GIF.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Pixels as stored; only grey and CMYK profiles are converted to sRGB. 16-bit PNG and TIFF keep their bits.</returns>
    /// <exception cref="SPColorException">Missing, unreadable, no picture, damaged, truncated or too large.</exception>
    public static Picture Load(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            using FileStream stream = InputFile.Open(path, cancellationToken);
            if (!stream.CanSeek)
                throw new SPColorException($"{path}: this is no ordinary file but a pipe or device: save the picture as a file first.");
            return PictureReader.Read(stream, path, cancellationToken);
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            throw FileErrors.Reading(path, error);
        }
        catch (OutOfMemoryException error)
        {
            throw PictureErrors.NoMemory(path, error);
        }
    }

    /// <summary>Refuses the name of an output that spcolor cannot write.</summary>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">Unknown ending.</exception>
    public static void CheckEnding(string path) => PictureFormats.ByEnding(path);

    /// <summary>Whether a kind of output has a quality to choose.</summary>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">Unknown ending.</exception>
    public static bool HasQuality(string path) => PictureFormats.ByEnding(path) is PictureFormat.Jpeg or PictureFormat.WebP;

    /// <summary>The kind of a picture's file, as "its kind (TIFF)", where an output of this name would be of another; else null.</summary>
    /// <param name="picture">A picture as read.</param>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">Unknown ending.</exception>
    public static string? OtherKind(Picture picture, string path) =>
        picture.Source is { } source && source != PictureFormats.ByEnding(path) ? $"its kind ({source.Name()})" : null;

    /// <summary>What of a picture's file an output cannot hold, each as "its XMP".</summary>
    /// <param name="picture">A picture as read.</param>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">Unknown ending.</exception>
    public static IReadOnlyList<string> Losses(Picture picture, string path) => MetadataLosses.Of(picture.Metadata, PictureFormats.ByEnding(path));

    /// <summary>Refuses a picture that the kind of an output cannot hold, before any work is done for it.</summary>
    /// <param name="picture">A picture of the size and transparency of the later one.</param>
    /// <param name="path">The output file.</param>
    /// <param name="cancellationToken">Stops the search for transparent pixels.</param>
    /// <exception cref="SPColorException">Transparent or too large for the kind.</exception>
    public static void CheckFits(Picture picture, string path, CancellationToken cancellationToken) =>
        PictureWriter.CheckFits(picture, PictureFormats.ByEnding(path), path, cancellationToken);

    /// <summary>Writes a picture with its metadata; an existing file is replaced by a complete one or kept.</summary>
    /// <param name="picture">Rgba8 or Rgba16; 16 bits are rounded to 8 for JPEG, BMP and WebP.</param>
    /// <param name="path">Its ending chooses the kind.</param>
    /// <param name="options">Quality.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="SPColorException">Unknown ending, transparent or too large for the kind, or the place cannot be written.</exception>
    public static void Save(Picture picture, string path, SaveOptions options, CancellationToken cancellationToken = default)
    {
        try
        {
            PictureWriter.Write(picture, path, options, cancellationToken);
        }
        catch (OutOfMemoryException error)
        {
            throw PictureErrors.NoMemory(path, error);
        }
    }
}
