using System.Text.Json;
using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Import.Checkpoints;

namespace SPColor.Import.Packs;

/// <summary>Turns published checkpoints into a model pack (design: docs/architecture.md §4).</summary>
public static class PackImporter
{
    /// <summary>Reads four checkpoints and writes a pack: three graphs, the class centres and a manifest.</summary>
    /// <param name="request">What to import, and where to.</param>
    /// <param name="progress">Told what is being done and how much of the whole is, 0…1.</param>
    /// <param name="cancellationToken">Stops between two networks; no pack is left behind.</param>
    /// <returns>The pack's manifest.</returns>
    /// <exception cref="SPColorException">A checkpoint is refused or is not of its network, or the folder cannot be written.</exception>
    public static ModelManifest Run(ImportRequest request, IProgress<(string Step, double Fraction)>? progress, CancellationToken cancellationToken)
    {
        using var folder = new PackFolder(request.Folder);
        progress?.Report(("reading checkpoints", 0));
        using Checkpoint vgg = Checkpoint.Open(request.Vgg), stego = Checkpoint.Open(request.Stego);
        using Checkpoint warp = Checkpoint.Open(request.Warp), color = Checkpoint.Open(request.Color);
        var networks = PaperNetworks.Check(vgg, stego, warp, color);

        Step("writing VGG-19 and the nonlocal network", 0.1);
        folder.Write(PaperManifest.Features, networks.Features(request.Half));
        Step("writing ColorVidNet", 0.3);
        folder.Write(PaperManifest.Color, networks.Color(request.Half));
        Step("writing STEGO", 0.5);
        folder.Write(PaperManifest.Segmentation, networks.Segmentation(request.Half));
        Step("writing the manifest", 0.9);
        folder.Write(PaperManifest.Centres, JsonSerializer.SerializeToUtf8Bytes(networks.Centres(), PackJson.Default.CentresFile));
        ModelManifest manifest = PaperManifest.Create(networks, request, folder.Files);
        ManifestRules.Check(manifest, Path.Combine(request.Folder, ManifestReader.FileName));
        folder.Finish(JsonSerializer.SerializeToUtf8Bytes(manifest, PackJson.Default.ModelManifest));
        return manifest;

        void Step(string what, double fraction)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report((what, fraction));
        }
    }
}
