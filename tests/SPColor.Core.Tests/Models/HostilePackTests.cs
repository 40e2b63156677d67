using System.Text.Json.Nodes;
using CsCheck;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Models;

public sealed class HostilePackTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Theory]
    [InlineData("../features.onnx")]
    [InlineData("a/../../features.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/features.onnx")]
    [InlineData("C:features.onnx")]
    [InlineData("..\\features.onnx")]
    [InlineData("a//b.onnx")]
    [InlineData("./features.onnx")]
    [InlineData("features.onnx/")]
    [InlineData("features.onnx.")]
    [InlineData("féatures.onnx")]
    [InlineData("features.onnx:stream")]
    [InlineData("two\nlines")]
    [InlineData("")]
    public void Paths_that_may_leave_the_folder_are_refused(string path)
    {
        _files.Change(manifest => manifest["files"]![0]!["path"] = path);

        Assert.Contains($"files \"{path.ReplaceLineEndings(" ")}\" is refused: ", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need privileges there");
        string elsewhere = Path.Combine(_files.Root, "elsewhere");
        Directory.CreateDirectory(elsewhere);
        File.Move(_files.PathOf("color.onnx"), Path.Combine(elsewhere, "color.onnx"));
        File.CreateSymbolicLink(_files.PathOf("color.onnx"), Path.Combine(elsewhere, "color.onnx"));

        Assert.StartsWith($"{_files.PathOf("color.onnx")} is a link", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void Linked_folders_are_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need privileges there");
        Directory.CreateSymbolicLink(_files.PathOf("sub"), _files.Folder);
        _files.Change(manifest =>
        {
            manifest["files"]![1]!["path"] = "sub/colour.onnx";
            manifest["color"]!["graph"] = "sub/colour.onnx";
        });

        Assert.StartsWith($"{_files.PathOf("sub")} is a link", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_manifest_is_not_read()
    {
        File.WriteAllText(_files.ManifestPath, new string(' ', PackLimits.ManifestBytes + 1));

        Assert.Contains($"more than the {PackLimits.ManifestBytes} allowed", Failure(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(PackLimits.FileBytes + 1)]
    public void Sizes_are_bounded(long bytes)
    {
        _files.Change(manifest => manifest["files"]![0]!["bytes"] = bytes);

        Assert.Contains("files \"features.onnx\" must have 1 to ", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_total_is_bounded()
    {
        _files.Change(manifest =>
        {
            foreach (JsonNode? file in manifest["files"]!.AsArray())
                file!["bytes"] = PackLimits.FileBytes;
        });

        Assert.Contains("bytes together", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_format_is_called_so_even_with_unknown_members()
    {
        _files.Change(manifest =>
        {
            manifest["format"] = 2;
            manifest["novelty"] = true;
        });

        Assert.Contains("was made for a newer SPColor (manifest format 2, this one reads 1): update SPColor", Failure(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"forma\ud800":1}""")]
    [InlineData("""{"format":1,"name":"\udc00"}""")]
    [InlineData("""{"format":1,"a\nb":2}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("null")]
    public void Odd_JSON_ends_in_one_line(string manifest)
    {
        File.WriteAllText(_files.ManifestPath, manifest);

        Assert.DoesNotContain('\n', Failure());
    }

    [Fact]
    public void Any_bytes_as_manifest_end_in_one_line() =>
        Gen.String.Sample(
            text =>
            {
                File.WriteAllText(_files.ManifestPath, text);
                AssertClear();
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Any_change_of_a_manifest_ends_in_one_line_or_opens()
    {
        byte[] sound = File.ReadAllBytes(_files.ManifestPath);
        Gen.Select(Gen.Int[0, 9999], Gen.Int[1, 4]).Sample(
            (seed, changes) =>
            {
                var random = new Random(seed);
                byte[] mutated = (byte[])sound.Clone();
                for (int i = 0; i < changes; i++)
                    mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(_files.ManifestPath, mutated);
                AssertClear();
            },
            iter: 500,
            threads: 1);
    }

    public void Dispose() => _files.Dispose();

    private void AssertClear()
    {
        try
        {
            ModelPack.Open(_files.Folder);
        }
        catch (SPColorException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            Assert.Contains(_files.Folder, e.Message, StringComparison.Ordinal);
        }
    }

    private string Failure() =>
        Assert.Throws<SPColorException>(() => ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken)).Message;
}
