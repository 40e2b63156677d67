using System.Security.Cryptography;
using SPColor.Core;
using SPColor.Core.Models;

namespace SPColor.Import.Packs;

/// <summary>A pack that is being written: in a folder beside its place, which becomes the place when all is done, or vanishes.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly string _place;
    private readonly string _temporary;
    private readonly List<PackFile> _files = [];

    /// <summary>Makes the folder.</summary>
    /// <param name="place">The pack's folder; must be missing or empty.</param>
    /// <exception cref="SPColorException">The place is taken, or nothing can be written beside it.</exception>
    internal PackFolder(string place)
    {
        _place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(place));
        _temporary = $"{_place}.{Guid.NewGuid():N}.tmp";
        if (File.Exists(_place) || (Directory.Exists(_place) && Directory.EnumerateFileSystemEntries(_place).Any()))
            throw new SPColorException($"{place} is there already and not empty: choose another folder, or remove this one");
        Guarded(() => Directory.CreateDirectory(_temporary));
    }

    /// <summary>What was written, in order.</summary>
    internal IReadOnlyList<PackFile> Files => _files;

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    internal void Write(string name, byte[] content)
    {
        Guarded(() => File.WriteAllBytes(Path.Combine(_temporary, name), content));
        _files.Add(new PackFile(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
    }

    /// <summary>Writes the manifest and puts the pack in its place.</summary>
    /// <param name="manifest">Content of the manifest.</param>
    internal void Finish(byte[] manifest) => Guarded(() =>
    {
        File.WriteAllBytes(Path.Combine(_temporary, ManifestReader.FileName), manifest);
        if (Directory.Exists(_place))
            Directory.Delete(_place);
        Directory.Move(_temporary, _place);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_temporary))
            Directory.Delete(_temporary, recursive: true);
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SPColorException($"the model pack {_place} cannot be written ({e.Message}): check permissions and free space", e);
        }
    }
}
