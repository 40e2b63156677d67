using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

/// <summary>From checkpoints (slim, seeded: training/parity/make.py small) to a coloured picture.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public async Task Packs_of_both_layouts_colour_the_sample_alike()
    {
        byte[] spcolor = await Colours("spcolor"), devc = await Colours("devc");

        Assert.Equal(spcolor, devc);
        Assert.NotEqual(await File.ReadAllBytesAsync(Sample("target"), TestContext.Current.CancellationToken), spcolor);
    }

    [Fact]
    public async Task The_pack_is_listed_by_verify_and_keeps_its_folder()
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(Import("spcolor", "--fp16")));
        Assert.Contains("SPColor layout", _spcolor.Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await _spcolor.Run("models", "verify", _spcolor.Folder["spcolor"]));
        await _spcolor.Refuses(Import("spcolor"), "there already");
    }

    [Fact]
    public async Task A_missing_checkpoint_is_named()
    {
        string[] args = Import("spcolor");
        args[Array.IndexOf(args, "--stego") + 1] = _spcolor.Folder["none.ckpt"];

        await _spcolor.Refuses(args, "none.ckpt", "missing");
    }

    [Fact]
    public async Task An_unknown_pack_cannot_be_chosen() => await _spcolor.Refuses(["models", "use", "nothing"], "no model pack \"nothing\"");

    private async Task<byte[]> Colours(string layout)
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(Import(layout, "--reference-input", "published")));
        string output = _spcolor.Folder[$"{layout}.png"];
        Assert.Equal(ExitCode.Done, await _spcolor.Run(
            "colorize", Sample("target"), "--reference", Sample("reference"), "--output", output, "--pack", _spcolor.Folder[layout], "--areas", "9"));
        return await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken);
    }

    private string[] Import(string layout, params string[] more) =>
    [
        "models", "import", "--vgg", Checkpoint("vgg.pth"), "--stego", Checkpoint("stego.ckpt"), "--warp", Checkpoint($"{layout}_warp.pth"),
        "--color", Checkpoint($"{layout}_color.pth"), "--out", _spcolor.Folder[layout], .. more,
    ];

    private static string Checkpoint(string name) => Path.Combine(AppContext.BaseDirectory, "Checkpoints", name);

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "SamplePictures", $"harbour-{name}.png");
}
