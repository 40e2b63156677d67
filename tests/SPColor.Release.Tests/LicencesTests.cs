namespace SPColor.Release.Tests;

public sealed class LicencesTests
{
    [Fact]
    public void A_packages_licence_and_notices_are_copied_and_nothing_else()
    {
        using TestFolder package = new(), folder = new(), sources = new();
        package.Put("LICENSE", "its licence");
        package.Put("notices/THIRDPARTYNOTICES.txt", "its notices");
        package.Put("lib/License.dll");
        package.Put("README.md");
        sources.Put("LICENSE", "ours");
        sources.Put("THIRD-PARTY-NOTICES.md", "notices");
        Licences.Copy(sources.Path, [new("One", "1.0.0", package.Path)], folder.Path);
        Assert.Equal(
            [
                "licences/One/LICENSE", "licences/One/notices/THIRDPARTYNOTICES.txt", "licences/SPColor.txt", "licences/THIRD-PARTY-NOTICES.md",
            ],
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal("ours", File.ReadAllText(Path.Combine(folder.Path, "licences", "SPColor.txt")));
    }
}
