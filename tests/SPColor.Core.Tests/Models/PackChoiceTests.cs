using SPColor.Core.Models;

namespace SPColor.Core.Tests.Models;

public sealed class PackChoiceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-choice-").FullName;

    [Fact]
    public void A_choice_is_kept()
    {
        var choice = new PackChoice(Path.Combine(_folder, "models", "default.txt"));

        Assert.Equal(ModelPacks.DefaultName, choice.Read());
        choice.Write("paper");
        choice.Write("/home/me/packs/mine");

        Assert.Equal("/home/me/packs/mine", choice.Read());
        Assert.Single(Directory.GetFiles(Path.Combine(_folder, "models")));
    }

    [Fact]
    public void A_spoilt_file_is_no_choice()
    {
        string file = Path.Combine(_folder, "default.txt");
        File.WriteAllText(file, new string('x', 2000));

        Assert.Equal(ModelPacks.DefaultName, new PackChoice(file).Read());
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");
        string place = Path.Combine(_folder, "file", "default.txt");

        SPColorException failure = Assert.Throws<SPColorException>(() => new PackChoice(place).Write("paper"));

        Assert.StartsWith($"{place} cannot be written (", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
