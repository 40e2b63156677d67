using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Import.Packs;

namespace SPColor.Import.Tests.Packs;

public sealed class PackImporterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spcolor-import-").FullName;

    private string Pack => Path.Combine(_folder, "paper");

    [Fact]
    public void Both_layouts_become_the_same_graphs()
    {
        ModelManifest spcolor = PaperFixture.Import(Pack).Manifest, devc = PaperFixture.Import(Path.Combine(_folder, "devc"), "devc").Manifest;

        Assert.Equal(spcolor.Files, devc.Files);
        Assert.Equal(InputConvention.RgbImagenet, spcolor.Features.Reference.Input.Convention);
        Assert.Equal(InputConvention.Rgb, devc.Features.Reference.Input.Convention);
    }

    [Fact]
    public void Same_checkpoints_give_the_same_bytes()
    {
        PaperFixture.Import(Pack);
        PaperFixture.Import(Path.Combine(_folder, "again"));

        foreach (string file in Directory.GetFiles(Pack))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(_folder, "again", Path.GetFileName(file))));
    }

    [Fact]
    public void Halves_take_half_the_room()
    {
        long whole = PaperFixture.Import(Pack).Manifest.Files.Sum(file => file.Bytes);
        long half = PaperFixture.Import(Path.Combine(_folder, "half"), half: true).Manifest.Files.Sum(file => file.Bytes);

        // Names, biases and the positional embedding stay.
        Assert.InRange((double)half / whole, 0.5, 0.75);
    }

    [Fact]
    public void Keys_that_are_missing_extra_or_of_another_shape_are_named_with_their_shapes()
    {
        ImportRequest swapped = PaperFixture.Request(Pack) with { Color = PaperFixture.File("spcolor_warp.pth") };
        ImportRequest mixed = PaperFixture.Request(Pack) with { Vgg = PaperFixture.File("spcolor_color.pth") };

        string color = Refusal(swapped), vgg = Refusal(mixed);

        Assert.Contains("is no ColorVidNet of SPColor or DEVC: missing conv1_1_new.0.weight [32, 4, 3, 3], conv1_1_new.0.bias [32], ", color, StringComparison.Ordinal);
        Assert.Contains(" more; not expected ", color, StringComparison.Ordinal);
        Assert.Contains("is no VGG-19 of DEVC: missing conv1_1.weight [64, 3, 3, 3], conv1_1.bias [64], ", vgg, StringComparison.Ordinal);
        Assert.Contains("; mis-shaped ", vgg, StringComparison.Ordinal);
        Assert.Contains(" is [8, 8, 3, 3], expected [8, 64, 3, 3]", vgg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_or_cancelled_import_leaves_nothing_behind()
    {
        Refusal(PaperFixture.Request(Pack) with { Color = PaperFixture.File("spcolor_warp.pth") });
        Assert.Throws<OperationCanceledException>(() => PackImporter.Run(PaperFixture.Request(Pack), null, new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_with_something_in_it_is_left_alone()
    {
        Directory.CreateDirectory(Pack);
        File.WriteAllText(Path.Combine(Pack, "mine.txt"), "keep");

        Assert.Contains("there already", Refusal(PaperFixture.Request(Pack)), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        Assert.Contains("cannot be written", Refusal(PaperFixture.Request(Path.Combine(_folder, "file", "paper"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_asks_for_memory_and_says_what_is_published()
    {
        ModelManifest manifest = PaperFixture.Import(Pack).Manifest;

        Assert.InRange(manifest.Memory!.Value, 1_000_000, 20_000_000);
        Assert.Equal((10f, 0.01f), (manifest.Classes.Sharpness, manifest.Correspondence.Temperature));
        Assert.Equal([ColorPlane.WarpedA, ColorPlane.WarpedB, ColorPlane.Similarity, ColorPlane.Luminance], manifest.Color.Inputs[0].Planes);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Refusal(ImportRequest request) =>
        Assert.Throws<SPColorException>(() => PackImporter.Run(request, null, TestContext.Current.CancellationToken)).Message;
}
