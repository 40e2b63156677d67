using SPColor.Core;

namespace SPColor.Release;

/// <summary>
/// <c>files.txt</c> of a release: every file, then every folder with a closing backslash, inner ones first. In this order the installer and
/// the uninstaller remove a version, and nothing else.
/// </summary>
internal static class FileList
{
    public const string Name = "files.txt";

    /// <summary>Writes the list of <paramref name="folder"/> into it; the list names itself.</summary>
    /// <returns>The files, with forward slashes, in ordinal order.</returns>
    public static IReadOnlyList<string> Write(string folder)
    {
        string list = Path.Combine(folder, Name);
        File.WriteAllText(list, "");
        string[] files = Inside(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        string[] folders = Inside(Directory.GetDirectories(folder, "*", SearchOption.AllDirectories));
        // The installer reads the list in the machine's own code page.
        if (files.FirstOrDefault(file => !file.All(char.IsAscii)) is { } odd) throw new SPColorException($"{odd} is not ASCII: rename it");
        IEnumerable<string> lines = files.Concat(folders.Reverse().Select(name => name + '/')).Select(line => line.Replace('/', '\\') + "\r\n");
        File.WriteAllText(list, string.Concat(lines));
        return files;

        string[] Inside(string[] paths) =>
            [.. paths.Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }
}
