using System.Text.RegularExpressions;

namespace SPColor.Core.Files;

/// <summary>
/// The files that outputs are written to before they get their names: ".spcolor-" + 32 hexadecimal digits + ".tmp", locked while they are
/// written. One that a killed process left is removed by the next run that writes to the folder, once it is a day old.
/// </summary>
public static partial class TemporaryFiles
{
    private static readonly TimeSpan _staleAfter = TimeSpan.FromDays(1);

    /// <summary>A new name.</summary>
    /// <param name="folder">The folder of the later output, so that a rename is enough.</param>
    public static string NameIn(string folder) => Path.Combine(folder, $".spcolor-{Guid.NewGuid():N}.tmp");

    /// <summary>Removes what killed processes left: our name, a day old, locked by nobody. What cannot be removed stays.</summary>
    /// <param name="folder">The folder.</param>
    public static void RemoveStale(string folder)
    {
        try
        {
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles(".spcolor-*.tmp"))
            {
                if (Ours().IsMatch(file.Name) && file.LinkTarget is null && DateTime.UtcNow - file.LastWriteTimeUtc > _staleAfter)
                    RemoveUnlocked(file.FullName);
            }
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            // Tidying is a courtesy: the output itself says what is wrong with the folder.
        }
    }

    private static void RemoveUnlocked(string path)
    {
        try
        {
            if (RegularFile.IsOrMissing(path))
                new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            // In use, or somebody else's.
        }
    }

    [GeneratedRegex(@"^\.spcolor-[0-9a-f]{32}\.tmp$")]
    private static partial Regex Ours();
}
