using SPColor.Core.Models;

namespace SPColor.Core.Tests.Models;

public sealed class ModelPacksTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Fact]
    public void Packs_are_found_by_name_and_by_folder()
    {
        Directory.CreateDirectory(Path.Combine(_files.Root, "no pack"));
        var packs = new ModelPacks(_files.Root);

        Assert.Equal(["sample"], packs.Names());
        Assert.Equal(_files.Folder, packs.Locate("sample"));
        Assert.Equal(_files.Folder, packs.Locate(_files.Folder));
    }

    [Fact]
    public void Packs_of_the_user_are_found_beside_the_installed_ones()
    {
        using var own = new TemporaryPack();
        Directory.Move(own.Folder, Path.Combine(own.Root, "paper"));
        Directory.CreateDirectory(Path.Combine(own.Root, "sample"));
        File.Copy(_files.ManifestPath, Path.Combine(own.Root, "sample", "manifest.json"));
        var packs = new ModelPacks(_files.Root, own.Root, Path.Combine(own.Root, "nowhere"));

        Assert.Equal(["paper", "sample"], packs.Names());
        Assert.Equal(_files.Folder, packs.Locate("sample"));
        Assert.Equal(Path.Combine(own.Root, "paper"), packs.Locate("paper"));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("../sample")]
    [InlineData("")]
    public void Missing_models_are_named_with_those_there_are(string name)
    {
        SPColorException failure = Assert.Throws<SPColorException>(() => new ModelPacks(_files.Root).Locate(name));

        Assert.Equal($"no model pack \"{name}\" in {_files.Root}; there are: sample", failure.Message);
    }

    [Fact]
    public void No_models_at_all_has_a_cure()
    {
        string root = Path.Combine(_files.Root, "nowhere");

        Assert.Empty(new ModelPacks(root).Names());
        SPColorException failure = Assert.Throws<SPColorException>(() => new ModelPacks(root).Locate("compact"));
        Assert.EndsWith("there is none: reinstall SPColor", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _files.Dispose();
}
