using SPColor.Core.Files;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public sealed class BadOutputTests : IDisposable
{
    private const int NoSpace = 28;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("picture.gif")]
    [InlineData("picture")]
    [InlineData("picture.png.txt")]
    public void Unknown_ending(string name)
    {
        Assert.Contains(".jpg, .jpeg, .png, .tif, .tiff, .bmp or .webp", Refused(_folder[name]), StringComparison.Ordinal);
        Assert.Throws<SPColorException>(() => ImageFile.CheckEnding(_folder[name]));
    }

    [Fact]
    public void Output_folder_missing()
    {
        string path = _folder["missing/picture.png"];
        Assert.Contains($"the folder {_folder["missing"]} does not exist", Refused(path), StringComparison.Ordinal);
        Assert.Throws<SPColorException>(() => AtomicFile.CheckPlace(path));
    }

    [Fact]
    public void Output_is_a_folder()
    {
        Directory.CreateDirectory(_folder["picture.png"]);
        Assert.Contains("this is a folder", Refused(_folder["picture.png"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Output_is_write_protected()
    {
        string path = _folder.Put("picture.png", "old"u8);
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.Contains("write-protected", Refused(path), StringComparison.Ordinal);
        File.SetAttributes(path, FileAttributes.Normal);
        Assert.Equal("old"u8, File.ReadAllBytes(path));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    public void Output_exists_and_is_replaced(string ending)
    {
        string path = _folder.Put("picture" + ending, "old"u8);
        ImageFile.Save(Samples.Picture(4, 4), path, new SaveOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(new GridSize(4, 4), ImageFile.Load(path, TestContext.Current.CancellationToken).Pixels.Size);
        Assert.Equal(["picture" + ending], _folder.Names());
    }

    [Fact]
    public void Disk_full_in_the_middle_keeps_the_old_file()
    {
        string path = _folder.Put("picture.png", "old"u8);
        string message = Samples.Refusal(path, () => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[1000]);
            throw new IOException("No space left on device", NoSpace);
        }, CancellationToken.None));
        Assert.Contains("the disk is full: free some space", message, StringComparison.Ordinal);
        AssertOldFileAlone(path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Disk_full_reaches_the_caller_of_the_row_writers(bool isTiff)
    {
        Picture picture = Samples.Picture(200, 200);
        using FullDisk disk = new();
        IOException full = Assert.ThrowsAny<IOException>(() =>
        {
            if (isTiff)
                TiffWriter.Write(disk, picture, CancellationToken.None);
            else
                BmpWriter.Write(disk, picture.Pixels, picture.Metadata, CancellationToken.None);
        });
        Assert.Equal(NoSpace, full.HResult);
    }

    [Fact]
    public void A_defect_while_writing_keeps_the_old_file_and_stays_a_defect()
    {
        string path = _folder.Put("picture.png", "old"u8);
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, _ => throw new InvalidOperationException(), CancellationToken.None));
        AssertOldFileAlone(path);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    [InlineData(".bmp")]
    [InlineData(".webp")]
    public void Cancelled_keeps_the_old_file(string ending)
    {
        string path = _folder.Put("picture" + ending, "old"u8);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ImageFile.Save(Samples.Picture(4, 4), path, new SaveOptions(), cancelled.Token));
        AssertOldFileAlone(path);
    }

    [Fact]
    public void Cancelled_after_the_last_byte_keeps_the_old_file()
    {
        string path = _folder.Put("picture.png", "old"u8);
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => AtomicFile.Write(path, _ => source.Cancel(), source.Token));
        AssertOldFileAlone(path);
    }

    [Fact]
    public void A_link_is_followed_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        string real = _folder.Put("real.png", "old"u8);
        File.CreateSymbolicLink(_folder["link.png"], real);
        AtomicFile.Write(_folder["link.png"], stream => stream.Write("new"u8), CancellationToken.None);
        Assert.Equal("new"u8, File.ReadAllBytes(real));
        Assert.NotNull(new FileInfo(_folder["link.png"]).LinkTarget);
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_makes_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.CreateSymbolicLink(_folder["link.png"], _folder["real.png"]);
        AtomicFile.Write(_folder["link.png"], stream => stream.Write("new"u8), CancellationToken.None);
        Assert.Equal("new"u8, File.ReadAllBytes(_folder["real.png"]));
    }

    [Fact]
    public void A_private_file_stays_private()
    {
        string path = _folder.Put("picture.png", "old"u8);
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.SetUnixFileMode(path, Private);
        AtomicFile.Write(path, stream => stream.Write("new"u8), CancellationToken.None);
        Assert.Equal(Private, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".bmp")]
    public void Transparency_is_refused_where_it_would_be_lost(string ending)
    {
        Picture picture = Samples.Picture(3, 3, hasAlpha: true);
        string path = _folder["picture" + ending];
        string message = Samples.Refusal(path, () => ImageFile.Save(picture, path, new SaveOptions(), TestContext.Current.CancellationToken));
        Assert.EndsWith((ending == ".jpg" ? "JPEG" : "BMP") + " cannot hold transparency: use .png.", message, StringComparison.Ordinal);

        for (int i = 3; i < picture.Pixels.Bytes.Length; i += 4)
            picture.Pixels.Bytes[i] = 255;
        ImageFile.Save(picture, path, new SaveOptions(), TestContext.Current.CancellationToken);
        Assert.False(ImageFile.Load(path, TestContext.Current.CancellationToken).HasAlpha);
    }

    private static string Refused(string path) =>
        Samples.Refusal(path, () => ImageFile.Save(Samples.Picture(2, 2), path, new SaveOptions(), TestContext.Current.CancellationToken));

    private void AssertOldFileAlone(string path)
    {
        Assert.Equal("old"u8, File.ReadAllBytes(path));
        Assert.Equal([Path.GetFileName(path)], _folder.Names());
    }

    private sealed class FullDisk : MemoryStream
    {
        private const int Room = 5000;

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (Position + count > Room)
                throw new IOException("No space left on device", NoSpace);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
    }
}
