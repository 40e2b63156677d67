using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Commands;

/// <summary>Every bad input ends in one clear line and an exit code, or in a right result; never in a stack trace.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public Task Not_an_image() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.Folder.Put("photo.jpg", "hello"u8), _spcolor.ColorPhoto()), "photo.jpg");

    [Fact]
    public Task Missing_file() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.Folder["nowhere.png"], _spcolor.ColorPhoto()), "nowhere.png");

    [Fact]
    public Task Truncated_target() => _spcolor.Refuses(_spcolor.Colorize(Truncate(_spcolor.GreyPhoto()), _spcolor.ColorPhoto()), "grey.png");

    [Fact]
    public Task Truncated_reference() => _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), Truncate(_spcolor.ColorPhoto())), "colour.png");

    [Theory]
    [InlineData(1, 1)]
    [InlineData(40_000, 1)]
    [InlineData(1, 3000)]
    public async Task Extreme_shapes_are_coloured(int width, int height)
    {
        string photo = _spcolor.GreyPhoto("thin.png", width, height);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto())));

        Assert.Equal(new GridSize(width, height), _spcolor.Load("out.png").Size);
    }

    [Fact]
    public async Task An_extreme_reference_is_used()
    {
        string reference = _spcolor.ColorPhoto("thin.png", 1, 1);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(_spcolor.GreyPhoto(), reference)));
    }

    [Fact]
    public Task Twenty_thousand_square_is_refused_from_its_header() =>
        _spcolor.Refuses(
            _spcolor.Colorize(_spcolor.Folder.Put("huge.png", SamplePng.HeaderOnly(new GridSize(20_000, 20_000), 8)), _spcolor.ColorPhoto()),
            "huge.png", "20000");

    [Fact]
    public Task Wholly_transparent_target() =>
        _spcolor.Refuses(_spcolor.Colorize(Transparent("clear.png"), _spcolor.ColorPhoto()), "clear.png", "transparent");

    [Fact]
    public Task Wholly_transparent_reference() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), Transparent("clear.png")), "clear.png", "transparent");

    [Fact]
    public Task Grey_reference() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.GreyPhoto("also-grey.png")), "the reference has no colour", "also-grey.png");

    [Fact]
    public Task Output_folder_missing() =>
        _spcolor.Refuses(
            ["colorize", _spcolor.GreyPhoto(), "--reference", _spcolor.ColorPhoto(), "--output", _spcolor.Folder["none/out.png"]], "none");

    [Fact]
    public Task Output_of_unknown_kind() =>
        _spcolor.Refuses(["colorize", _spcolor.GreyPhoto(), "--reference", _spcolor.ColorPhoto(), "--output", _spcolor.Folder["out.xyz"]], ".png");

    [Fact]
    public Task Pair_with_an_area_that_this_run_does_not_have() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--areas", "5", "--pair", "7=1"), "area 7", "0 to 4");

    [Fact]
    public Task Pair_with_a_reference_that_was_not_given() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pair", "1=B:2"), "B:2", "reference B");

    [Fact]
    public async Task Pair_with_an_area_that_the_pictures_lack_is_a_note()
    {
        int code = await _spcolor.Run(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--areas", "27", "--pair", "26=26"));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("note: area 26", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task Pairing_file_of_another_version() =>
        _spcolor.Refuses(
            _spcolor.Colorize(
                _spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pairing",
                _spcolor.Folder.Put("new.json", """{ "format": 2, "pack": "compact", "areas": 12 }"""u8)),
            "new.json", "format 2", "update SPColor");

    [Fact]
    public Task Pairing_file_of_another_pack() =>
        _spcolor.Refuses(
            _spcolor.Colorize(
                _spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pairing",
                _spcolor.Folder.Put("other.json", """{ "format": 1, "pack": "paper", "areas": 12 }"""u8)),
            "other.json", "paper");

    [Fact]
    public Task Pairing_file_that_is_missing() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pairing", _spcolor.Folder["none.json"]), "none.json");

    [Fact]
    public Task Unknown_pack() =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pack", "nonesuch"), "nonesuch", "compact");

    [Theory]
    [InlineData("--pair", "4")]
    [InlineData("--pair", "99=1")]
    [InlineData("--pair", "4=purple")]
    [InlineData("--strength", "101")]
    [InlineData("--size", "300")]
    [InlineData("--areas", "many")]
    [InlineData("--device", "tpu")]
    [InlineData("--nonsense", "1")]
    public async Task Wrong_command_lines_say_so_before_anything_is_read(string option, string value)
    {
        Assert.Equal(ExitCode.Usage, await _spcolor.Run(_spcolor.Colorize("no-such-photo.png", "no-such-reference.png", option, value)));

        Assert.NotEmpty(_spcolor.Complaints);
        Assert.DoesNotContain("   at ", _spcolor.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("28")]
    public Task Number_of_areas_out_of_range(string areas) =>
        _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--areas", areas), "number of areas", "1…27");

    private static string Truncate(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        return path;
    }

    private string Transparent(string name)
    {
        ImageFile.Save(
            new Picture(new PixelBuffer(new GridSize(40, 30), PixelFormat.Rgba8), HasAlpha: true, PictureMetadata.None),
            _spcolor.Folder[name], new SaveOptions());
        return _spcolor.Folder[name];
    }
}
