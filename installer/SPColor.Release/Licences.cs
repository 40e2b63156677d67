namespace SPColor.Release;

/// <summary>The licences that go with a release: ours, the notices, and what the packages bring along.</summary>
internal static class Licences
{
    private static readonly string[] s_names = ["licen", "notice"];

    /// <summary>Copies them into <c>licences/</c> of <paramref name="folder"/>, one folder for each package that has some.</summary>
    public static void Copy(IEnumerable<ShippedPackage> packages, string folder)
    {
        string licences = Path.Combine(folder, "licences");
        Directory.CreateDirectory(licences);
        File.Copy("LICENSE", Path.Combine(licences, "SPColor.txt"));
        File.Copy("THIRD-PARTY-NOTICES.md", Path.Combine(licences, "THIRD-PARTY-NOTICES.md"));
        foreach (ShippedPackage package in packages)
        {
            foreach (string file in Directory.GetFiles(package.Folder))
            {
                string name = Path.GetFileName(file);
                if (!s_names.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))) continue;
                string place = Path.Combine(licences, package.Id);
                Directory.CreateDirectory(place);
                File.Copy(file, Path.Combine(place, name));
            }
        }
    }
}
