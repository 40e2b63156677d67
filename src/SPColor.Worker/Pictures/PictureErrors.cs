using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>The one-line messages about picture files that several readers need.</summary>
internal static class PictureErrors
{
    /// <summary>The bytes contradict the format.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">What the decoder threw, for logs.</param>
    public static SPColorException Damaged(string path, Exception? cause = null) =>
        new($"{path}: the picture is damaged or incomplete: use another copy, or open it in an image editor and save it again.", cause);

    /// <summary>The file ends before the picture does.</summary>
    /// <param name="path">The file.</param>
    public static SPColorException Truncated(string path) =>
        new($"{path}: the picture is incomplete, its end is missing: copy or download it again.");

    /// <summary>The kind of file is known, this variety of it is not.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">The variety, as "32-bit floating point".</param>
    public static SPColorException Unsupported(string path, string what) =>
        new($"{path}: spcolor does not read {what}: save it as 8- or 16-bit RGB.");

    /// <summary>The picture does not fit into memory.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cause">What the runtime threw, for logs.</param>
    public static SPColorException NoMemory(string path, Exception? cause = null) =>
        new($"{path}: not enough memory for this picture: close other programs or reduce it.", cause);
}
