using System.Text.Json;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>A NuGet package of which something is in the release.</summary>
/// <param name="Id">The package's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where it lies on this machine.</param>
internal sealed record ShippedPackage(string Id, string Version, string Folder);

/// <summary>Which packages a release carries, as NuGet resolved them for it.</summary>
internal static class ShippedPackages
{
    private static readonly (string Project, string Target)[] s_published = [("SPColor.PdnEffect", "net9.0-windows"), ("SPColor.Worker", "net9.0/win-x64")];

    /// <summary>Reads what both published projects resolved.</summary>
    /// <param name="objFolder">Holds a folder with project.assets.json for each project.</param>
    public static IReadOnlyList<ShippedPackage> Read(string objFolder) =>
        [.. s_published
            .SelectMany(published => Parse(File.ReadAllText(Path.Combine(objFolder, published.Project, "project.assets.json")), published.Target))
            .Distinct().OrderBy(package => package.Id, StringComparer.Ordinal)];

    /// <summary>The packages with a file for <paramref name="target"/>, and the runtime that a self-contained program carries.</summary>
    internal static IEnumerable<ShippedPackage> Parse(string assets, string target)
    {
        using var document = JsonDocument.Parse(assets);
        JsonElement root = document.RootElement;
        string packages = root.GetProperty("packageFolders").EnumerateObject().First().Name;
        if (!root.GetProperty("targets").TryGetProperty(target, out JsonElement libraries))
            throw new SPColorException($"project.assets.json has no target {target}: publish again");
        foreach (JsonProperty library in libraries.EnumerateObject())
        {
            if (library.Value.GetProperty("type").GetString() == "package" && HasFile(library.Value, "runtime", "native", "runtimeTargets"))
            {
                string[] parts = library.Name.Split('/');
                yield return Package(parts[0], parts[1]);
            }
        }
        // A framework's own package is no dependency but a download.
        foreach (JsonProperty framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            if (!target.Contains("win-x64", StringComparison.Ordinal) || !framework.Value.TryGetProperty("downloadDependencies", out JsonElement downloads))
                continue;
            foreach (JsonElement download in downloads.EnumerateArray())
            {
                if (download.GetProperty("name").GetString() is "Microsoft.NETCore.App.Runtime.win-x64" and { } name)
                    yield return Package(name, download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]);
            }
        }

        // NuGet's folders are in lower case.
#pragma warning disable CA1308
        ShippedPackage Package(string id, string version) => new(id, version, Path.Combine(packages, id.ToLowerInvariant(), version.ToLowerInvariant()));
#pragma warning restore CA1308
    }

    private static bool HasFile(JsonElement library, params string[] groups) => groups.Any(group =>
        library.TryGetProperty(group, out JsonElement files)
        && files.EnumerateObject().Any(file => !file.Name.EndsWith("_._", StringComparison.Ordinal)));
}
