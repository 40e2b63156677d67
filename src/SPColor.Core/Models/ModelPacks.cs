namespace SPColor.Core.Models;

/// <summary>Finds packs below one folder.</summary>
/// <param name="root">Folder whose subfolders are packs.</param>
public sealed class ModelPacks(string root)
{
    /// <summary>The pack that is used unless the user names another.</summary>
    public const string DefaultName = "compact";

    /// <summary>The packs that were installed with the program: "models" beside it.</summary>
    public static ModelPacks Installed { get; } = new(Path.Combine(AppContext.BaseDirectory, "models"));

    /// <summary>Folder whose subfolders are packs.</summary>
    public string Root { get; } = root;

    /// <summary>Names of all packs, in ordinal order: subfolders that hold a manifest, good or bad.</summary>
    public IReadOnlyList<string> Names() => !Directory.Exists(Root)
        ? []
        : [.. Directory.EnumerateDirectories(Root)
            .Where(directory => File.Exists(Path.Combine(directory, ManifestReader.FileName)))
            .Select(directory => Path.GetFileName(directory)!)
            .Order(StringComparer.Ordinal)];

    /// <summary>The folder of a pack.</summary>
    /// <param name="nameOrDirectory">A name below <see cref="Root"/>; or a folder, which must contain a slash or exist.</param>
    /// <exception cref="SPColorException">There is no such pack; the message lists those there are.</exception>
    public string Locate(string nameOrDirectory)
    {
        if (Names().Contains(nameOrDirectory, StringComparer.Ordinal))
            return Path.Combine(Root, nameOrDirectory);
        if (File.Exists(Path.Combine(nameOrDirectory, ManifestReader.FileName)))
            return nameOrDirectory;
        string known = string.Join(", ", Names());
        string cure = known.Length == 0 ? "there is none: reinstall SPColor" : $"there are: {known}";
        throw new SPColorException($"no model pack \"{nameOrDirectory}\" in {Root}; {cure}");
    }
}
