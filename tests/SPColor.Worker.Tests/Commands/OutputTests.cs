using SPColor.Core.Imaging;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

/// <summary>What cannot or should not be written is refused before the work, with every file as it was.</summary>
public sealed class OutputTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public Task Maps_onto_a_file() =>
        RefusedAtOnce(["--maps", _spcolor.Folder.Put("afile", "old"u8)], "afile", "--maps");

    [Fact]
    public Task Maps_below_a_file() =>
        RefusedAtOnce(["--maps", Path.Combine(_spcolor.Folder.Put("afile", "old"u8), "maps")], "afile", "--maps");

    [Fact]
    public Task Maps_without_a_name() => RefusedAtOnce(["--maps", ""], "--maps");

    [Fact]
    public Task Pairing_to_a_missing_folder() => RefusedAtOnce(["--save-pairing", _spcolor.Folder["none/tunic.json"]], "none");

    [Fact]
    public Task Pairing_onto_the_result() => RefusedAtOnce(["--save-pairing", _spcolor.Folder["out.png"]], "out.png", "--save-pairing", "--output");

    [Fact]
    public Task Pairing_onto_the_photo() => RefusedAtOnce(["--save-pairing", _spcolor.Folder["grey.png"]], "grey.png", "the photo");

    [Fact]
    public Task Pairing_from_an_empty_name() => RefusedAtOnce(["--pairing", ""], "empty");

    [Fact]
    public Task Pairing_from_a_folder() => RefusedAtOnce(["--pairing", _spcolor.Folder.Root], "this is a folder");

    [Fact]
    public async Task Maps_onto_the_result()
    {
        Directory.CreateDirectory(_spcolor.Folder["maps"]);
        string result = _spcolor.Folder.Put("maps/match.png", "old"u8);

        await _spcolor.Refuses(
            ["colorize", _spcolor.GreyPhoto(), "-r", _spcolor.ColorPhoto(), "-o", result, "--maps", _spcolor.Folder["maps"]], "match.png", "--maps", "--output");

        Assert.Equal("old", File.ReadAllText(result));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_result_onto_a_reference(bool byLink)
    {
        Assert.SkipWhen(byLink && OperatingSystem.IsWindows(), "links need a privilege there");
        string reference = _spcolor.ColorPhoto();
        byte[] before = File.ReadAllBytes(reference);
        if (byLink)
            File.CreateSymbolicLink(_spcolor.Folder["link.png"], reference);

        await _spcolor.Refuses(
            ["colorize", _spcolor.GreyPhoto(), "-r", reference, "-o", byLink ? _spcolor.Folder["link.png"] : reference], "--output", "a reference");

        Assert.Equal(before, File.ReadAllBytes(reference));
    }

    [Fact]
    public async Task The_result_replaces_the_photo_only_where_that_is_asked_for()
    {
        string photo = _spcolor.GreyPhoto();
        byte[] before = File.ReadAllBytes(photo);

        await _spcolor.Refuses(["colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", photo], "grey.png", "the photo itself", "--in-place");
        Assert.Equal(before, File.ReadAllBytes(photo));
        Assert.Equal(ExitCode.Done, await _spcolor.Run("colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", photo, "--in-place"));

        Assert.Equal(new GridSize(200, 150), _spcolor.Load("grey.png").Size);
    }

    [Theory]
    [InlineData("grey.png", "the picture")]
    [InlineData("colour.png", "a reference")]
    public async Task The_overlay_onto_an_input(string overlay, string word)
    {
        string photo = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto();
        byte[] before = File.ReadAllBytes(_spcolor.Folder[overlay]);

        await _spcolor.Refuses(["inspect", photo, "-r", reference, "--overlay", _spcolor.Folder[overlay]], overlay, "--overlay", word);

        Assert.Equal(before, File.ReadAllBytes(_spcolor.Folder[overlay]));
    }

    [Fact]
    public async Task Transparency_that_would_be_lost_is_refused_before_anything_is_written()
    {
        string photo = _spcolor.HalfTransparentPhoto("half.png"), maps = _spcolor.Folder["maps"];

        await _spcolor.Refuses(["colorize", photo, "-r", _spcolor.ColorPhoto(), "-o", _spcolor.Folder["out.jpg"], "--maps", maps], "out.jpg", "transparency");

        Assert.False(Directory.Exists(maps));
        Assert.DoesNotContain("merging", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_takes_no_files_is_refused_before_the_work()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc refuses every user");

        await _spcolor.Refuses(["colorize", _spcolor.GreyPhoto(), "-r", _spcolor.ColorPhoto(), "-o", "/proc/out.png"], "/proc/out.png");

        Assert.DoesNotContain("reading", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_map_leaves_the_result_unwritten()
    {
        Directory.CreateDirectory(_spcolor.Folder["maps/warped.png"]);

        await RefusedAtOnce(["--maps", _spcolor.Folder["maps"]], "warped.png", "folder");
    }

    [Fact]
    public async Task A_pipe_is_no_picture()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc/self/fd is Linux's");
        using System.IO.Pipes.AnonymousPipeServerStream pipe = new(System.IO.Pipes.PipeDirection.Out);
        string path = $"/proc/self/fd/{pipe.GetClientHandleAsString()}";

        await _spcolor.Refuses(_spcolor.Colorize(path, _spcolor.ColorPhoto()), path, "no ordinary file");
    }

    [Fact]
    public async Task Frames_are_noted_once_by_the_file_s_name()
    {
        string animation = Path.Combine(AppContext.BaseDirectory, "Fixtures", "generated-by-us-three-frames.webp");

        await _spcolor.Run(_spcolor.Colorize(animation, _spcolor.ColorPhoto()));

        Assert.Contains($"note: {animation}: only the first", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task Counting_as_an_area_that_this_run_does_not_have() =>
        RefusedAtOnce(["--areas", "5", "--counts-as", "A:2=20"], "area 20", "0 to 4");

    private async Task RefusedAtOnce(string[] options, params string[] words)
    {
        string[] args = _spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), options);
        byte[] photo = File.ReadAllBytes(_spcolor.Folder["grey.png"]);

        await _spcolor.Refuses(args, words);

        Assert.DoesNotContain("reading", _spcolor.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_spcolor.Folder["out.png"]));
        Assert.Equal(photo, File.ReadAllBytes(_spcolor.Folder["grey.png"]));
    }
}
