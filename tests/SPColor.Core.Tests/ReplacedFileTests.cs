namespace SPColor.Core.Tests;

public sealed class ReplacedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_replaced_and_nothing_stays_beside_it()
    {
        string path = Path.Combine(_folder, "choice.txt");
        File.WriteAllText(path, "the old one, which is longer");
        ReplacedFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_failure_keeps_the_old_file_and_leaves_nothing_beside_it()
    {
        string path = Path.Combine(_folder, "choice.txt");
        File.WriteAllText(path, "old");
        Assert.Throws<IOException>(() => ReplacedFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("the disk is full");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder));
    }
}
