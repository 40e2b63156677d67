namespace SPColor.Core.Files;

/// <summary>Turns what the file system throws into one line with a cure.</summary>
public static class FileErrors
{
    private const int LinuxNoSpace = 28;
    private const int LinuxQuota = 122;
    private const int LinuxLinkCircle = 40;
    private const int WindowsLinkCircle = unchecked((int)0x80070781);
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Whether <see cref="Reading"/> and <see cref="Writing"/> have a line for it.</summary>
    /// <param name="error">What was thrown.</param>
    public static bool Explains(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The line for a file that cannot be read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">What was thrown.</param>
    public static SPColorException Reading(string path, Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => new($"{path}: there is no such file: check the name.", error),
        UnauthorizedAccessException => new($"{path}: no permission to read it: change its permissions or copy it elsewhere.", error),
        { HResult: LinuxLinkCircle or WindowsLinkCircle } => LinkCircle(path, error),
        _ => new($"{path}: it cannot be read ({OneLine(error)}): check the name and the disk.", error),
    };

    /// <summary>The line for a file that cannot be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">What was thrown.</param>
    public static SPColorException Writing(string path, Exception error) => error switch
    {
        DirectoryNotFoundException => FolderMissing(path, Path.GetDirectoryName(Path.GetFullPath(path))!, error),
        UnauthorizedAccessException => new($"{path}: no permission to write here: choose another folder or change its permissions.", error),
        { HResult: LinuxLinkCircle or WindowsLinkCircle } => LinkCircle(path, error),
        _ when error.HResult is LinuxNoSpace or LinuxQuota or WindowsDiskFull or WindowsHandleDiskFull =>
            new($"{path}: the disk is full: free some space or choose another disk.", error),
        _ => new($"{path}: it cannot be written ({OneLine(error)}): choose another name or folder.", error),
    };

    /// <summary>The line for an output whose folder does not exist.</summary>
    /// <param name="path">The output file.</param>
    /// <param name="folder">Its folder, or that of the file that it is a link to.</param>
    /// <param name="error">What was thrown, if anything.</param>
    public static SPColorException FolderMissing(string path, string folder, Exception? error = null) =>
        new($"{path}: the folder {folder} does not exist: create it or choose another.", error);

    /// <summary>The line for links that point to each other.</summary>
    /// <param name="path">The file.</param>
    /// <param name="error">What was thrown.</param>
    internal static SPColorException LinkCircle(string path, Exception error) =>
        new($"{path}: this is a link, and the links go round in a circle: make it point to a file.", error);

    private static string OneLine(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
