namespace SPColor.Worker.Tests.Privacy;

/// <summary>As <see cref="NothingIsSentTests"/>, for the plugin's child process and for longer than an uploader waits. Runs beside the other classes.</summary>
public sealed class LongRunTests
{
    // ONNX Runtime's uploader was seen to look its server up after ten seconds (docs/architecture.md §6).
    private static readonly TimeSpan _longEnough = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Serve_leaves_nothing_and_reaches_nobody_in_half_a_minute()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "strace and /proc are Linux's");
        using var watched = new Watched();

        var (code, said) = await watched.Run(_longEnough, "serve", "--device", "cpu");

        Assert.True(code == 0, said);
        Assert.Empty(watched.Strayed());
        Assert.Empty(watched.Left());
        Assert.Empty(Directory.EnumerateFileSystemEntries(watched.Work));
    }
}
