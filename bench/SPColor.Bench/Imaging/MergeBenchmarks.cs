using BenchmarkDotNet.Attributes;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Bench.Imaging;

/// <summary>
/// Step 8 on all cores, in place, against a plain bilinear merge. "Allocated" is all the memory beside the layer, summed over the run.
/// </summary>
public class MergeBenchmarks
{
    private const int Seed = 1;

    private PixelBuffer _picture = null!;
    private LabImage _guide = null!;
    private ChromaPlanes _chroma = null!;

    [Params(24, 100)]
    public int Megapixels { get; set; }

    [Params(PixelFormat.Bgra8, PixelFormat.Rgba16)]
    public PixelFormat Format { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(Seed);
        int width = (int)Math.Sqrt(Megapixels * 1.5e6);
        _picture = new PixelBuffer(new GridSize(width, width * 2 / 3), Format);
        random.NextBytes(_picture.Bytes);
        GridSize working = WorkingSize.Fit(_picture.Size, 256, longMayGrow: true);
        _guide = WorkingImageReader.Read(_picture, working, null, CancellationToken.None);
        float[] Plane() => [.. Enumerable.Range(0, working.Count).Select(i => (float)(40 * Math.Sin(i * 0.01)))];
        _chroma = new ChromaPlanes(working, Plane(), Plane());
    }

    [Benchmark(Baseline = true)]
    public void Bilinear() => BilinearMerge.Run(_picture, _chroma);

    [Benchmark]
    public void Guided() =>
        new FullSizeMerge(new ChromaUpsampler(_chroma, _guide)).Run(_picture, _picture, null, CancellationToken.None);

    [Benchmark]
    public LabImage ReadWorkingSize() => WorkingImageReader.Read(_picture, _guide.Size, null, CancellationToken.None);
}
