namespace SPColor.Core.Files;

/// <summary>One name for one file, whichever links lead to it.</summary>
public static class LinkFree
{
    // What .NET throws itself has its own number, not the system's.
    private const int TooManyLinks = unchecked((int)0x80131620);

    /// <summary>The full name of a file, which may be missing, with every link to a file or folder followed.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SPColorException">The links go round in a circle.</exception>
    public static string Resolve(string path)
    {
        try
        {
            string full = Path.GetFullPath(path);
            // A chain of links ends in a name whose folder may be a link too; each round shortens the rest, a circle is refused by the system.
            string place = Follow(full);
            string? folder = Path.GetDirectoryName(place);
            return folder is null ? place : Path.Combine(Folder(folder), Path.GetFileName(place));
        }
        catch (IOException error) when (error.HResult == TooManyLinks)
        {
            throw FileErrors.LinkCircle(path, error);
        }
        catch (Exception error) when (FileErrors.Explains(error))
        {
            throw FileErrors.Writing(path, error);
        }
    }

    private static string Folder(string folder)
    {
        string place = Follow(folder);
        return Path.GetDirectoryName(place) is { } parent ? Path.Combine(Folder(parent), Path.GetFileName(place)) : place;
    }

    private static string Follow(string place)
    {
        try
        {
            FileSystemInfo? target = Directory.Exists(place)
                ? Directory.ResolveLinkTarget(place, returnFinalTarget: true)
                : File.ResolveLinkTarget(place, returnFinalTarget: true);
            return target?.FullName ?? place;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return place;
        }
    }
}
