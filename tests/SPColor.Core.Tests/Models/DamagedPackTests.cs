using SPColor.Core.Models;

namespace SPColor.Core.Tests.Models;

public sealed class DamagedPackTests : IDisposable
{
    private readonly TemporaryPack _files = new();

    [Fact]
    public void A_changed_byte_is_named_with_both_hashes()
    {
        string expected = (string)_files.Manifest()["files"]![0]!["sha256"]!;
        byte[] bytes = File.ReadAllBytes(_files.PathOf("features.onnx"));
        bytes[2999] = 1;
        _files.Write("features.onnx", bytes);

        string message = Failure();

        Assert.StartsWith($"{_files.PathOf("features.onnx")} is damaged (SHA-256 ", message, StringComparison.Ordinal);
        Assert.Contains($", expected {expected})", message, StringComparison.Ordinal);
        Assert.EndsWith("reinstall SPColor, or build the pack again", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Another_size_is_named(int size)
    {
        _files.Write("color.onnx", new byte[size]);

        Assert.Contains($"color.onnx is damaged ({size} bytes, expected 3)", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        File.Delete(_files.PathOf("color.onnx"));

        Assert.StartsWith($"{_files.PathOf("color.onnx")} is missing: ", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_manifest_is_named()
    {
        File.Delete(_files.ManifestPath);

        Assert.StartsWith($"{_files.ManifestPath} is missing: ", Failure(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_changes_after_opening_is_not_loaded()
    {
        var pack = ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken);
        _files.Write("color.onnx", [3, 2, 1]);

        SPColorException failure = Assert.Throws<SPColorException>(() => pack.Read("color.onnx", TestContext.Current.CancellationToken));

        Assert.Contains("color.onnx is damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verification_lists_every_file()
    {
        _files.Write("features.onnx", new byte[1]);
        File.Delete(_files.PathOf("color.onnx"));

        PackReport report = ModelPack.Verify(_files.Folder, TestContext.Current.CancellationToken);

        Assert.False(report.IsOk);
        Assert.Equal(
            [("manifest.json", PackFileState.Ok), ("features.onnx", PackFileState.Damaged), ("color.onnx", PackFileState.Missing), ("centres.json", PackFileState.Ok)],
            report.Files.Select(file => (file.Path, file.State)));
        Assert.All(report.Files, file => Assert.Equal(file.State == PackFileState.Ok, file.Message is null));
    }

    [Fact]
    public void Verification_of_a_sound_pack_is_ok() =>
        Assert.True(ModelPack.Verify(_files.Folder, TestContext.Current.CancellationToken).IsOk);

    [Theory]
    [InlineData("{", PackFileState.Damaged)]
    [InlineData(null, PackFileState.Missing)]
    public void Verification_reports_a_manifest_that_cannot_be_read(string? manifest, PackFileState expected)
    {
        File.Delete(_files.ManifestPath);
        if (manifest is not null)
            File.WriteAllText(_files.ManifestPath, manifest);

        PackReport report = ModelPack.Verify(_files.Folder, TestContext.Current.CancellationToken);

        Assert.Null(report.Manifest);
        Assert.Equal(("manifest.json", expected), (Assert.Single(report.Files).Path, report.Files[0].State));
    }

    public void Dispose() => _files.Dispose();

    private string Failure() =>
        Assert.Throws<SPColorException>(() => ModelPack.Open(_files.Folder, TestContext.Current.CancellationToken)).Message;
}
