namespace SPColor.Core;

/// <summary>Small files of the user's own, replaced by a complete new one or kept.</summary>
public static class ReplacedFile
{
    /// <summary>Writes beside, then renames; nothing stays beside where that fails.</summary>
    /// <param name="path">The file; its folder is there.</param>
    /// <param name="write">Fills the stream.</param>
    /// <exception cref="IOException">The folder is missing or the disk is full.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = File.Create(beside))
                write(file);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
