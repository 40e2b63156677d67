using SPColor.Core.Models;
using SPColor.Core.Segmentation;
using SPColor.Import.Networks;

namespace SPColor.Import.Packs;

/// <summary>What the manifest says of the paper's networks: every number is published (spcolor.md §1) unless noted.</summary>
internal static class PaperManifest
{
    /// <summary>File of VGG-19 and the nonlocal network.</summary>
    internal const string Features = "features.onnx";

    /// <summary>File of STEGO.</summary>
    internal const string Segmentation = "segmentation.onnx";

    /// <summary>File of ColorVidNet.</summary>
    internal const string Color = "color.onnx";

    /// <summary>File of the class centres.</summary>
    internal const string Centres = "centres.json";

    private const int PaperAreas = 22;

    // Measured: the whole command at S = 256 peaks at 4.0 times its 32-bit weights, nearly all of it while STEGO is loaded.
    private const double MemoryOfWeights = 4.2;
    private static readonly ValueRange s_unit = new(0, 1);

    /// <summary>Makes the manifest.</summary>
    /// <param name="networks">The networks.</param>
    /// <param name="request">What the user wanted.</param>
    /// <param name="files">What was written.</param>
    internal static ModelManifest Create(PaperNetworks networks, ImportRequest request, IReadOnlyList<PackFile> files)
    {
        bool published = request.ReferenceInput == ReferenceInput.Published || (request.ReferenceInput == ReferenceInput.Auto && networks.WarpIsSPColor);
        return new ModelManifest(
            PackLimits.ManifestFormat,
            "paper",
            "1",
            "that of the checkpoints: DEVC and STEGO are MIT, DINO is Apache-2.0, VGG-19 is CC BY 4.0",
            $"The paper's networks: VGG-19, STEGO, nonlocal network ({Layout(networks.WarpIsSPColor)} layout), ColorVidNet "
                + $"({Layout(networks.ColorIsSPColor)} layout); references enter VGG {(published ? "as published" : "correctly")}.",
            files,
            new FeatureFacts(
                Role(InputConvention.LuminanceRgb, "theta", networks),
                Role(published ? InputConvention.RgbImagenet : InputConvention.Rgb, "phi", networks)),
            new ClassFacts(
                Centres, networks.Classes, networks.CodeChannels, 10, ReductionRule.ReducedCentres, CodeResampling.Nearest,
                Math.Min(PaperAreas, networks.Classes)),
            new CorrespondenceFacts(0.01f, FeatureCentring.PerClass, new SimilarityFacts(0, 1, false)),
            new ColorFacts(
                Color,
                [new ColorInput("input", [ColorPlane.WarpedA, ColorPlane.WarpedB, ColorPlane.Similarity, ColorPlane.Luminance])],
                new ValueRange(-50, 50),
                WarpUpsampling.Nearest,
                "ab"),
            new SegmentationFacts(
                Segmentation,
                new PictureInput("picture", InputConvention.GreyRgb, s_unit, StegoNetwork.Side),
                new GridOutput("code", networks.CodeChannels, networks.CodeStride),
                new PictureInput("picture", InputConvention.Rgb, s_unit, StegoNetwork.Side)),
            (long)(MemoryOfWeights * networks.WeightBytes));
    }

    private static RoleFacts Role(InputConvention convention, string output, PaperNetworks networks) =>
        new(Features, new PictureInput("picture", convention, s_unit), new GridOutput(output, networks.MatchChannels, 4));

    private static string Layout(bool ofSPColor) => ofSPColor ? "SPColor" : "DEVC";
}
