namespace SPColor.Core.Models;

/// <summary>Finds packs below folders.</summary>
/// <param name="roots">Folders whose subfolders are packs; where two packs have one name, that of the earlier folder counts.</param>
public sealed class ModelPacks(params string[] roots)
{
    /// <summary>The pack that is used unless the user names another.</summary>
    public const string DefaultName = "compact";

    /// <summary>Where the user's own packs are: SPColor/models among the programs' data of the user.</summary>
    public static string UserFolder { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "SPColor", "models");

    /// <summary>The packs that were installed with the program ("models" beside it), and the user's own.</summary>
    public static ModelPacks Installed { get; } = new(Path.Combine(AppContext.BaseDirectory, "models"), UserFolder);

    /// <summary>The first folder whose subfolders are packs.</summary>
    public string Root => roots[0];

    /// <summary>Names of all packs, in ordinal order: subfolders that hold a manifest, good or bad.</summary>
    public IReadOnlyList<string> Names() => [.. roots.SelectMany(NamesIn).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The folder of a pack.</summary>
    /// <param name="nameOrDirectory">A name below one of the folders; or a folder, which must contain a slash or exist.</param>
    /// <exception cref="SPColorException">There is no such pack; the message lists those there are.</exception>
    public string Locate(string nameOrDirectory)
    {
        if (roots.FirstOrDefault(root => NamesIn(root).Contains(nameOrDirectory, StringComparer.Ordinal)) is { } holder)
            return Path.Combine(holder, nameOrDirectory);
        if (File.Exists(Path.Combine(nameOrDirectory, ManifestReader.FileName)))
            return nameOrDirectory;
        string known = string.Join(", ", Names());
        string cure = known.Length == 0 ? "there is none: reinstall SPColor" : $"there are: {known}";
        throw new SPColorException($"no model pack \"{nameOrDirectory}\" in {string.Join(" or ", roots)}; {cure}");
    }

    private static IEnumerable<string> NamesIn(string root) => !Directory.Exists(root)
        ? []
        : Directory.EnumerateDirectories(root)
            .Where(directory => File.Exists(Path.Combine(directory, ManifestReader.FileName)))
            .Select(directory => Path.GetFileName(directory)!);
}
