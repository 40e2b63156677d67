using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference;
using SPColor.Inference.Sessions;
using SPColor.Worker.Pictures;

namespace SPColor.Bench.Colorization;

/// <summary>
/// Whether a larger working size refines or decides anew: how far the colours of the default size and those of 384 and 512 lie apart on real pairs, and how near
/// each size comes to the truth with a photo's own mirrored crop.
/// </summary>
internal static class SizeAgreement
{
    private const int Usual = 256;
    private static readonly int[] _larger = [384, 512];

    /// <summary>Prints one row a larger size.</summary>
    /// <param name="output">Receives Markdown.</param>
    /// <param name="pairs">Folder of NNN_target.*, NNN_reference.*.</param>
    /// <param name="photos">Folder of photos for the mirrored crop; each eighth is taken.</param>
    public static void Print(TextWriter output, string pairs, string photos)
    {
        ModelPack pack = ModelPack.Open(ModelPacks.Installed.Locate(ModelPacks.DefaultName));
        using NetworkSet networks = NetworkSet.Open(pack, ComputeDevice.Cpu);
        var pipeline = new ColorizationPipeline(
            pack.Facts, networks.Features, networks.Segmenter, new SemanticCorrespondence(), networks.Color);

        (PixelBuffer Target, PixelBuffer Reference)[] pictures = [.. BenchPictures.Pairs(pairs).Where(pair => HasColor(pair.Reference))];
        foreach (int side in _larger)
        {
            double[] distances = [.. pictures.Select(pair => Distance(Colorize(pipeline, pair, Usual).Chroma, Colorize(pipeline, pair, side).Chroma)).Order()];
            output.WriteLine($"| ΔE {Usual} to {side}, {distances.Length} pairs | mean {distances.Average():F2} | median {distances[distances.Length / 2]:F2} | worst {distances[^1]:F2} |");
        }

        (PixelBuffer Target, PixelBuffer Reference)[] crops = [.. BenchPictures.In(photos).Where((_, i) => i % 8 == 0)
            .Select(path => ImageFile.Load(path).Pixels).Select(photo => (photo, BenchPictures.MirroredCrop(photo))).Where(pair => HasColor(pair.photo))];
        foreach (int side in (int[])[Usual, .. _larger])
            output.WriteLine($"| ab error of mirrored crops at {side}, {crops.Length} photos | mean {crops.Average(pair => Error(pipeline, pair, side)):F3} |");
    }

    private static bool HasColor(PixelBuffer picture) =>
        ReferenceColor.HasColor(WorkingImageReader.Read(picture, SeenPart.Whole(picture.Size), Usual, true, null, CancellationToken.None));

    private static ColorizationResult Colorize(ColorizationPipeline pipeline, (PixelBuffer Target, PixelBuffer Reference) pair, int side)
    {
        PreparedImage Prepare(PixelBuffer picture, ImageRole role) =>
            pipeline.Prepare(picture, SeenPart.Whole(picture.Size), role, side, null, CancellationToken.None);
        return pipeline.Colorize(
            Prepare(pair.Target, ImageRole.Target), [Prepare(pair.Reference, ImageRole.Reference)], ColorizationOptions.Default, null, CancellationToken.None);
    }

    private static double Error(ColorizationPipeline pipeline, (PixelBuffer Target, PixelBuffer Reference) pair, int side)
    {
        LabImage truth = WorkingImageReader.Read(pair.Target, SeenPart.Whole(pair.Target.Size), side, true, null, CancellationToken.None);
        return Distance(Colorize(pipeline, pair, side).Chroma, new ChromaPlanes(truth.Size, truth.A, truth.B));
    }

    /// <summary>Mean distance in the a, b plane, on the finer grid of the two.</summary>
    private static double Distance(ChromaPlanes coarse, ChromaPlanes fine)
    {
        double sum = 0;
        float[] a = new float[fine.Size.Count], b = new float[a.Length];
        PlaneResampler.Bilinear(coarse.A, coarse.Size, a, fine.Size);
        PlaneResampler.Bilinear(coarse.B, coarse.Size, b, fine.Size);
        for (int i = 0; i < a.Length; i++)
            sum += Math.Sqrt(Math.Pow(a[i] - fine.A[i], 2) + Math.Pow(b[i] - fine.B[i], 2));
        return sum / a.Length;
    }
}
