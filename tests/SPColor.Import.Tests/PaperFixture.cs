using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Import.Packs;
using SPColor.Inference.Tests;

namespace SPColor.Import.Tests;

/// <summary>Seeded slim networks as checkpoints, and what PyTorch made of a pair (training/parity/make.py small).</summary>
internal static class PaperFixture
{
    internal static GridSize Size { get; } = new(96, 64);

    internal static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "paper", name);

    internal static float[] Numbers(string name) => Npy.Floats($"paper/{name}.npy");

    internal static ImportRequest Request(
        string folder, string layout = "spcolor", bool half = false, ReferenceInput referenceInput = ReferenceInput.Auto) => new(
        File("vgg.pth"), File("stego.ckpt"), File($"{layout}_warp.pth"), File($"{layout}_color.pth"), folder, half, referenceInput);

    internal static LabImage Picture(string name)
    {
        var image = new LabImage(Size);
        float[][] planes = [.. Numbers($"{name}_lab").Chunk(Size.Count)];
        planes[0].CopyTo(image.L, 0);
        planes[1].CopyTo(image.A, 0);
        planes[2].CopyTo(image.B, 0);
        return image;
    }

    /// <summary>Position-major, as the product holds vectors.</summary>
    internal static float[] Vectors(string name, int channels)
    {
        float[][] planes = [.. Numbers(name).Chunk(Numbers(name).Length / channels)];
        return [.. Enumerable.Range(0, planes[0].Length).SelectMany(cell => planes.Select(plane => plane[cell]))];
    }

    internal static ModelPack Import(string folder, string layout = "spcolor", bool half = false, ReferenceInput referenceInput = ReferenceInput.Auto)
    {
        PackImporter.Run(Request(folder, layout, half, referenceInput), null, TestContext.Current.CancellationToken);
        return ModelPack.Open(folder, TestContext.Current.CancellationToken);
    }
}
