namespace SPColor.Release;

/// <summary>The licences that go with a release: ours, the notices, and what the packages bring along.</summary>
internal static class Licences
{
    private static readonly string[] s_names = ["licen", "notice"];

    // No code: there are DLLs with such names too.
    private static readonly string[] s_types = ["", ".txt", ".md"];

    /// <summary>Copies ours from <paramref name="sources"/> and the packages' into <c>licences/</c> of <paramref name="folder"/>.</summary>
    public static void Copy(string sources, IEnumerable<ShippedPackage> packages, string folder)
    {
        string licences = Path.Combine(folder, "licences");
        Directory.CreateDirectory(licences);
        File.Copy(Path.Combine(sources, "LICENSE"), Path.Combine(licences, "SPColor.txt"));
        File.Copy(Path.Combine(sources, "THIRD-PARTY-NOTICES.md"), Path.Combine(licences, "THIRD-PARTY-NOTICES.md"));
        foreach (ShippedPackage package in packages)
        {
            foreach (string file in Directory.GetFiles(package.Folder, "*", SearchOption.AllDirectories))
            {
                if (!IsLicence(Path.GetFileName(file))) continue;
                string place = Path.Combine(licences, package.Id, Path.GetRelativePath(package.Folder, file));
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Copy(file, place);
            }
        }
    }

    private static bool IsLicence(string name) =>
        s_types.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
        && s_names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
