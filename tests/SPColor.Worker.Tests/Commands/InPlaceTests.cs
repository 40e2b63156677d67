using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Commands;

/// <summary>A file that holds more than one picture, or is of another kind than its name, is never replaced by what spcolor made of it.</summary>
public sealed class InPlaceTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public static TheoryData<string, string> Several => new()
    {
        { "pages.tif", "pages" }, { "frames.png", "frames" }, { "frames.webp", "frames" }, { "pair.jpg", "pictures" }, { "film.jpg", "film" },
    };

    public void Dispose() => _spcolor.Dispose();

    [Theory]
    [MemberData(nameof(Several))]
    public async Task Several_pictures_are_kept_in_place_and_noted_elsewhere(string name, string word)
    {
        string photo = Put(name);
        byte[] before = File.ReadAllBytes(photo);

        await _spcolor.Refuses(["colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", photo, "--in-place"], name, word, "--output another name");
        Assert.Equal(before, File.ReadAllBytes(photo));
        await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto()));
        Assert.Contains(word, _spcolor.Error.Split('\n').Single(line => line.StartsWith("note: " + photo, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_than_its_name()
    {
        string photo = _spcolor.Folder["scan.jpg"];
        File.Copy(_spcolor.GreyPhoto(), photo);

        await _spcolor.Refuses(["colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", photo, "--in-place"], "scan.jpg", "its kind (PNG)");
    }

    [Fact]
    public async Task A_photo_reached_through_a_linked_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        string photo = _spcolor.GreyPhoto();
        Directory.CreateSymbolicLink(_spcolor.Folder["album"], _spcolor.Folder.Root);

        await _spcolor.Refuses(["colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", _spcolor.Folder["album/grey.png"]], "--in-place");
    }

    [Fact]
    public async Task The_result_into_the_folder_of_the_maps()
    {
        string result = _spcolor.Folder["maps/new/r.png"];

        Assert.Equal(ExitCode.Done, await _spcolor.Run(
            "colorize", _spcolor.GreyPhoto(), "-r", _spcolor.ColorPhoto(), "-o", result, "--maps", _spcolor.Folder["maps/new"]));

        Assert.True(File.Exists(result));
    }

    [Fact]
    public async Task A_name_that_begins_with_an_at_is_a_file()
    {
        string photo = _spcolor.GreyPhoto("@home.png");
        string folder = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(_spcolor.Folder.Root);
        try
        {
            Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize("@home.png", _spcolor.ColorPhoto())));
        }
        finally
        {
            Directory.SetCurrentDirectory(folder);
        }
        Assert.True(File.Exists(photo));
    }

    private string Put(string name)
    {
        byte[] jpeg = Samples.Saved(ImageFile.Load(_spcolor.GreyPhoto(), TestContext.Current.CancellationToken), ".jpg");
        return name switch
        {
            "frames.webp" => _spcolor.Folder.Put(name, File.ReadAllBytes(Samples.Fixture("generated-by-us-three-frames.webp"))),
            "frames.png" => _spcolor.Folder.Put(name, SampleFiles.AnimatedPng(File.ReadAllBytes(_spcolor.Folder["grey.png"]), 3)),
            "pages.tif" => _spcolor.Folder.Put(name, SampleFiles.Tiff([(60, 40, 0), (60, 40, 0)])),
            "pair.jpg" => _spcolor.Folder.Put(name, [.. jpeg, .. jpeg]),
            _ => _spcolor.Folder.Put(name, [.. jpeg, 0, 0, 0, 24, .. "ftypmp42"u8, .. new byte[100], 1]),
        };
    }
}
