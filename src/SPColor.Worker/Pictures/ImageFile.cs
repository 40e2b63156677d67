using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>How a picture is saved.</summary>
/// <param name="JpegQuality">1…100; JPEG is the only lossy kind that is written.</param>
internal sealed record SaveOptions(int JpegQuality = 95);

/// <summary>Picture files in and out: every other class of this folder stands behind these methods.</summary>
internal static class ImageFile
{
    private const int BufferLength = 1 << 16;

    /// <summary>Reads a picture, turned upright; its kind is told from its content.</summary>
    /// <param name="path">JPEG, PNG, TIFF, BMP, WebP or GIF.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Pixels as stored; only grey and CMYK profiles are converted to sRGB. 16-bit PNG and TIFF keep their bits.</returns>
    /// <exception cref="SPColorException">Missing, unreadable, no picture, damaged, truncated or too large.</exception>
    public static Picture Load(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            if (string.IsNullOrWhiteSpace(path))
                throw new SPColorException("The name of a picture is empty: give a file.");
            if (Directory.Exists(path))
                throw new SPColorException($"{path}: this is a folder: give a picture file inside it.");
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength);
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

    /// <summary>Refuses an output that cannot be written, before any work is done for it.</summary>
    /// <param name="path">The output file.</param>
    /// <exception cref="SPColorException">Unknown ending, folder missing, write-protected, the place is taken by a folder.</exception>
    public static void CheckOutput(string path)
    {
        PictureFormats.ByEnding(path);
        AtomicFile.CheckPlace(path);
    }

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
