using SPColor.Core.Files;
using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>Opens a file that the user named.</summary>
internal static class InputFile
{
    private const int BufferLength = 1 << 16;

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the waiting: a named pipe or a sleeping network disk may take for ever.</param>
    /// <exception cref="SPColorException">No name, a folder, missing, or not readable.</exception>
    public static FileStream Open(string path, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path))
            throw new SPColorException("The name of a file to read is empty: give a file.");
        if (Directory.Exists(path))
            throw new SPColorException($"{path}: this is a folder: give a file inside it.");
        try
        {
            return Abandonable.Run(
                () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferLength), cancellationToken);
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            throw FileErrors.Reading(path, error);
        }
    }
}
