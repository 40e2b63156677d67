using SPColor.Worker.Tests.Commands;

namespace SPColor.Worker.Tests.Privacy;

/// <summary>README's promise: whatever spcolor does, it writes nothing but its output and opens no connection.</summary>
public sealed class NothingIsSentTests
{
    [Fact]
    public Task Inspect_leaves_nothing_and_reaches_nobody() => LeavesNothing("inspect", "grey.png");

    [Fact]
    public Task Colorize_leaves_nothing_and_reaches_nobody() =>
        LeavesNothing("colorize", "grey.png", "--reference", "colour.png", "--output", "out.png", "--maps", "maps");

    private static async Task LeavesNothing(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "strace and /proc are Linux's");
        using var spcolor = new Spcolor();
        using var watched = new Watched();
        File.Move(spcolor.GreyPhoto(), Path.Combine(watched.Work, "grey.png"));
        File.Move(spcolor.ColorPhoto(), Path.Combine(watched.Work, "colour.png"));

        var (code, said) = await watched.Run(TimeSpan.Zero, arguments);

        Assert.True(code == 0, said);
        Assert.DoesNotContain('\e', said);
        Assert.Empty(watched.Strayed());
        Assert.Empty(watched.Left());
    }
}
