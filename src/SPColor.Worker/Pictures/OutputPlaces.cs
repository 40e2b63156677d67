using SPColor.Core.Files;
using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>What a run will write, checked before any work is done for it: no output may replace an input or another output.</summary>
internal sealed class OutputPlaces
{
    // Names that differ in case only may be one file, depending on the disk; refusing such a pair costs the user nothing.
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    // Folders that this run makes before anything is written into them.
    private readonly HashSet<string> _made = [];

    /// <summary>An input that later outputs must not replace.</summary>
    /// <param name="path">The input.</param>
    /// <param name="what">What messages call it, as "a reference".</param>
    public OutputPlaces Keep(string path, string what)
    {
        // A missing or unreadable input is told where it is read.
        if (File.Exists(path))
            _taken.TryAdd(LinkFree.Resolve(path), what);
        return this;
    }

    /// <summary>An output.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option that asks for it, as "--output".</param>
    /// <exception cref="SPColorException">It cannot be written, or would replace an input or another output.</exception>
    public OutputPlaces Add(string path, string option)
    {
        string full = Path.GetFullPath(path.Length == 0 ? "." : path);
        bool isInNewFolder = Path.GetDirectoryName(full) is { } folder && _made.Contains(folder) && !Path.EndsInDirectorySeparator(path);
        return Claim(isInNewFolder ? full : AtomicFile.CheckPlace(path), path, option);
    }

    /// <summary>Outputs in a folder that is made when they are written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="names">Their names in it.</param>
    /// <param name="option">The option that asks for them, as "--maps".</param>
    /// <exception cref="SPColorException">The folder cannot be made, or one of the files cannot be written.</exception>
    public OutputPlaces AddFolder(string folder, IEnumerable<string> names, string option)
    {
        if (string.IsNullOrWhiteSpace(folder))
            throw new SPColorException($"The folder of {option} has no name: give one.");
        string existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && !File.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            _made.Add(existing);
            existing = parent;
        }
        if (File.Exists(existing))
            throw new SPColorException($"{folder}: {existing} is a file: give {option} another folder.");
        AtomicFile.CheckFolder(folder, existing);
        foreach (string path in names.Select(name => Path.Combine(folder, name)))
            Claim(Directory.Exists(folder) ? AtomicFile.CheckPlace(path) : Path.GetFullPath(path), path, option);
        return this;
    }

    private OutputPlaces Claim(string place, string path, string option)
    {
        if (_taken.TryGetValue(place, out string? what))
            throw new SPColorException($"{path}: {option} would replace {what}: choose another name.");
        _taken.Add(place, $"what {option} writes");
        return this;
    }
}
