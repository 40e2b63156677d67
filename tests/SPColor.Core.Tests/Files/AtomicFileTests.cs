using SPColor.Core.Files;

namespace SPColor.Core.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_replaced_and_nothing_stays_beside_it()
    {
        string path = Path.Combine(_folder, "choice.txt");
        File.WriteAllText(path, "the old one, which is longer");
        AtomicFile.Write(path, stream => stream.Write("new"u8), TestContext.Current.CancellationToken);
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_failure_keeps_the_old_file_and_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "choice.txt");
        File.WriteAllText(path, "old");
        Assert.Throws<SPColorException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("the disk is full");
        }, TestContext.Current.CancellationToken));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_killed_runs_left_goes_once_it_is_a_day_old()
    {
        string old = Left("0123456789abcdef0123456789abcdef", days: 2), fresh = Left("1123456789abcdef0123456789abcdef", days: 0);
        string foreign = Path.Combine(_folder, ".spcolor-notes.tmp"), locked = Left("2123456789abcdef0123456789abcdef", days: 2);
        File.WriteAllText(foreign, "mine");
        File.SetLastWriteTimeUtc(foreign, DateTime.UtcNow.AddDays(-9));
        using (new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            AtomicFile.Write(Path.Combine(_folder, "new.txt"), stream => stream.Write("new"u8), TestContext.Current.CancellationToken);
        Assert.Equal([false, true, true, true], new[] { old, fresh, foreign, locked }.Select(File.Exists));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_device_is_never_replaced(bool byLink)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is Linux's");
        string path = byLink ? Path.Combine(_folder, "link.png") : "/dev/full";
        if (byLink)
            File.CreateSymbolicLink(path, "/dev/full");
        SPColorException refusal = Assert.Throws<SPColorException>(() => AtomicFile.CheckPlace(path));
        Assert.Equal($"{path}: this is no ordinary file but a pipe or device: give the name of a file.", refusal.Message);
        Assert.Equal(0, new FileInfo("/dev/full").Length);
    }

    [Fact]
    public void A_named_pipe_is_never_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is Unix's");
        string path = Path.Combine(_folder, "pipe.png");
        using (System.Diagnostics.Process make = System.Diagnostics.Process.Start("mkfifo", path))
            make.WaitForExit();
        Assert.Contains("pipe", Assert.Throws<SPColorException>(() => AtomicFile.CheckPlace(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_a_circle_are_told_as_such()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        string one = Path.Combine(_folder, "one.png"), two = Path.Combine(_folder, "two.png");
        File.CreateSymbolicLink(one, two);
        File.CreateSymbolicLink(two, one);
        Assert.Contains("circle", Assert.Throws<SPColorException>(() => AtomicFile.CheckPlace(one)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_has_one_name_whichever_folders_link_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        string real = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName, "photo.png");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "album"), Path.Combine(_folder, "real"));
        File.WriteAllText(real, "");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.png"), Path.Combine(_folder, "album/photo.png"));
        Assert.Equal([LinkFree.Resolve(real), LinkFree.Resolve(real)],
            new[] { "album/photo.png", "link.png" }.Select(name => LinkFree.Resolve(Path.Combine(_folder, name))));
    }

    private string Left(string id, int days)
    {
        string path = Path.Combine(_folder, $".spcolor-{id}.tmp");
        File.WriteAllText(path, "half");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-days));
        return path;
    }
}
