using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference;
using SPColor.Inference.Sessions;
using SPColor.Worker.Pictures;

namespace SPColor.Bench.Colorization;

/// <summary>
/// How near the compact pack's colours come to the truth, against simpler ways, on photos that were never trained on. Targets are
/// colour photos whose colour the engine does not see. Two tests: real pairs (NNN_target.*, NNN_reference.*), and every photo with
/// its own mirrored 85 % crop as reference.
/// </summary>
internal static class ColorQuality
{
    private const int Side = 256;

    /// <summary>Prints one table a test.</summary>
    /// <param name="output">Receives Markdown.</param>
    /// <param name="pairs">Folder of pairs.</param>
    /// <param name="photos">Folder of photos for the mirrored crop.</param>
    public static void Print(TextWriter output, string pairs, string photos)
    {
        ModelPack pack = ModelPack.Open(ModelPacks.Installed.Locate(ModelPacks.DefaultName));
        using NetworkSet networks = NetworkSet.Open(pack, ComputeDevice.Cpu);
        var pipeline = new ColorizationPipeline(
            pack.Facts, networks.Features, networks.Segmenter, new SemanticCorrespondence(), networks.Color);

        Table(output, pipeline, "real pairs", BenchPictures.Pairs(pairs));
        Table(output, pipeline, "mirrored 85 % crop of the photo itself", BenchPictures.In(photos)
            .Select(path => ImageFile.Load(path).Pixels).Select(photo => (photo, BenchPictures.MirroredCrop(photo))));
    }

    private static void Table(
        TextWriter output, ColorizationPipeline pipeline, string title, IEnumerable<(PixelBuffer Target, PixelBuffer Reference)> pairs)
    {
        var scores = new ColorScores();
        foreach (var (targetPixels, referencePixels) in pairs)
        {
            PreparedImage target = pipeline.Prepare(targetPixels, SeenPart.Whole(targetPixels.Size), ImageRole.Target, Side, null, CancellationToken.None);
            PreparedImage reference = pipeline.Prepare(referencePixels, SeenPart.Whole(referencePixels.Size), ImageRole.Reference, Side, null, CancellationToken.None);
            // Grey targets have no truth, grey references no colour.
            if (!ReferenceColor.HasColor(target.Image) || !ReferenceColor.HasColor(reference.Image))
                continue;
            scores.Begin(target.Image);
            scores.Add("grey", _ => (0, 0));
            var (meanA, meanB) = (reference.Image.A.Average(), reference.Image.B.Average());
            scores.Add("the reference's mean colour", _ => (meanA, meanB));
            foreach (int areas in new[] { 1, 7, 12, 22, 27 })
            {
                ColorizationResult result = pipeline.Colorize(
                    target, [reference], ColorizationOptions.Default with { Areas = areas }, null, CancellationToken.None);
                GridSize grid = result.Warped.Size;
                scores.Add($"N = {areas}, warp only", i => Cell(result.Warped, target.Image.Size.CellOf(i, grid)));
                scores.Add($"N = {areas}", i => (result.Chroma.A[i], result.Chroma.B[i]));
            }
        }
        scores.Print(output, title);
    }

    private static (float A, float B) Cell(WarpedColor warped, int cell) => (warped.A[cell], warped.B[cell]);
}
