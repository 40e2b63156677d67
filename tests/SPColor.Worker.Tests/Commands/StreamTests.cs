using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

/// <summary>Standard output or standard error that is closed or full, and texts that are not one line.</summary>
public sealed class StreamTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Standard_output_that_cannot_be_written_is_one_line(bool isClosed)
    {
        using StringWriter error = new();
        using BrokenWriter output = new(isClosed);

        int code = await CommandLine.RunAsync(["models", "list"], output, error, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith("spcolor: standard output", error.ToString(), StringComparison.Ordinal);
        Assert.Single(error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Standard_error_that_cannot_be_written_does_not_stop_the_work(bool isClosed)
    {
        using BrokenWriter error = new(isClosed);

        int code = await CommandLine.RunAsync(
            _spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto()), TextWriter.Null, error, TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, code);
        Assert.True(File.Exists(_spcolor.Folder["out.png"]));
    }

    [Fact]
    public async Task A_wrong_command_line_is_still_told_by_its_exit_code()
    {
        using BrokenWriter error = new(isClosed: true);

        Assert.Equal(ExitCode.Usage, await CommandLine.RunAsync(["nonsense"], TextWriter.Null, error, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Names_cannot_break_the_line_or_command_the_terminal()
    {
        string evil = _spcolor.Folder["photo\n\u001b[2Jspcolor: all is well.png"];

        await _spcolor.Refuses(_spcolor.Colorize(evil, _spcolor.ColorPhoto()), "there is no such file");

        Assert.DoesNotContain('\u001b', _spcolor.Error);
    }

    [Fact]
    public async Task A_pack_name_in_a_pairing_file_cannot_command_the_terminal()
    {
        string pairing = _spcolor.Folder.Put("evil.json", """{ "format": 1, "pack": "\u001b[31m\nred", "areas": 12 }"""u8);

        await _spcolor.Refuses(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto(), "--pairing", pairing), "evil.json");

        Assert.DoesNotContain('\u001b', _spcolor.Error);
    }

    /// <summary>What the console throws when its stream is closed, or its disk is full.</summary>
    private sealed class BrokenWriter(bool isClosed) : StringWriter
    {
        public override void Write(char value) => throw Failure();

        public override void Write(string? value) => throw Failure();

        public override void Write(char[] buffer, int index, int count) => throw Failure();

        public override void Write(ReadOnlySpan<char> buffer) => throw Failure();

        public override void WriteLine(string? value) => throw Failure();

        private Exception Failure() => isClosed ? new UnauthorizedAccessException("closed") : new IOException("No space left on device");
    }
}
