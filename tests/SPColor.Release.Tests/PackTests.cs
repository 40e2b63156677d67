using System.IO.Compression;
using SPColor.Core;

namespace SPColor.Release.Tests;

public sealed class PackTests
{
    private static readonly DateTimeOffset s_time = ReleaseZip.FileTime("1700000000");

    [Fact]
    public void The_list_names_files_then_folders_from_inside_out()
    {
        using TestFolder folder = Sample();
        IReadOnlyList<string> files = FileList.Write(folder.Path);
        Assert.Equal(["b.dll", "files.txt", "worker/a.exe", "worker/models/m.onnx"], files);
        Assert.Equal(
            "b.dll\r\nfiles.txt\r\nworker\\a.exe\r\nworker\\models\\m.onnx\r\nworker\\models\\\r\nworker\\\r\n",
            File.ReadAllText(Path.Combine(folder.Path, FileList.Name)));
    }

    [Fact]
    public void A_name_that_is_not_ASCII_is_refused()
    {
        using TestFolder folder = Sample();
        folder.Put("größe.txt");
        Assert.Contains("größe.txt", Assert.Throws<SPColorException>(() => FileList.Write(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zip_depends_on_names_and_contents_only()
    {
        using TestFolder first = Sample(), second = Sample(), changed = Sample();
        File.SetLastWriteTimeUtc(Path.Combine(second.Path, "b.dll"), new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        changed.Put("b.dll", "other");
        Assert.Equal(Zip(first), Zip(second));
        Assert.NotEqual(Zip(first), Zip(changed));
    }

    [Fact]
    public void The_zip_holds_one_folder_and_how_to_install_it()
    {
        using TestFolder folder = Sample();
        using var archive = new ZipArchive(new MemoryStream(Zip(folder)));
        Assert.Equal(
            ["How to install.txt", "SPColor/b.dll", "SPColor/files.txt", "SPColor/worker/a.exe", "SPColor/worker/models/m.onnx"],
            archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.Equal(s_time.DateTime, entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void Files_without_a_given_time_have_the_first_that_a_zip_can_hold() => Assert.Equal(1980, ReleaseZip.FileTime(null).Year);

    [Fact]
    public void A_zip_over_the_limit_is_refused()
    {
        Release.CheckSize("x.zip", Release.LargestZip);
        Assert.Contains("120.0 MB", Assert.Throws<SPColorException>(() => Release.CheckSize("x.zip", Release.LargestZip + 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_installer_takes_files_in_the_lists_order() => Assert.Equal(
        [
            "SetOutPath \"$STAGE\"", $"File \"{Path.GetFullPath("/x/b.dll")}\"",
            "SetOutPath \"$STAGE\\worker\\models\"", $"File \"{Path.GetFullPath("/x/worker/models/m.onnx")}\"",
        ],
        Setup.FileCommands("/x", ["b.dll", "worker/models/m.onnx"]).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void The_version_has_three_numbers() => Assert.Matches(@"^\d+\.\d+\.\d+$", Release.Version);

    private static TestFolder Sample()
    {
        var folder = new TestFolder();
        folder.Put("worker/models/m.onnx", "m");
        folder.Put("worker/a.exe", "a");
        folder.Put("b.dll", "b");
        return folder;
    }

    private static byte[] Zip(TestFolder folder)
    {
        using var output = new TestFolder();
        string zip = Path.Combine(output.Path, "x.zip"), howTo = output.Put("how.txt", "copy it");
        ReleaseZip.Write(zip, folder.Path, FileList.Write(folder.Path), howTo, s_time, TestContext.Current.CancellationToken);
        return File.ReadAllBytes(zip);
    }
}
