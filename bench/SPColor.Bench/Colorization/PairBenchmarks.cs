using BenchmarkDotNet.Attributes;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference;
using SPColor.Inference.Sessions;

namespace SPColor.Bench.Colorization;

/// <summary>
/// The compact pack on a pair at working size, all cores, models loaded: everything from nothing, what a changed pairing or area
/// count costs, and each step alone. The floor is the networks alone: two passes for features and for areas, and one colour pass.
/// </summary>
public class PairBenchmarks : IDisposable
{
    private NetworkSet _networks = null!;
    private ColorizationPipeline _pipeline = null!;
    private PixelBuffer _picture = null!;
    private LabImage _image = null!;
    private PreparedImage _target = null!;
    private PreparedImage _reference = null!;
    private ColorizationResult _result = null!;
    private int _change;

    [Params(256, 512)]
    public int Side { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        ModelPack pack = ModelPack.Open(ModelPacks.Installed.Locate(ModelPacks.DefaultName));
        _networks = NetworkSet.Open(pack, ComputeDevice.Cpu);
        _pipeline = new ColorizationPipeline(
            pack.Facts, _networks.Features, _networks.Segmenter, new SemanticCorrespondence(), _networks.Color);
        _picture = Scene.Create(new GridSize(1024, 1024));
        _target = _pipeline.Prepare(_picture, SeenPart.Whole(_picture.Size), ImageRole.Target, Side, null, CancellationToken.None);
        _reference = _pipeline.Prepare(_picture, SeenPart.Whole(_picture.Size), ImageRole.Reference, Side, null, CancellationToken.None);
        _image = _target.Image;
        _result = Colorize(ColorizationOptions.Default);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _networks.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public ChromaPlanes NetworksAlone()
    {
        foreach (ImageRole role in (ImageRole[])[ImageRole.Target, ImageRole.Reference])
            _networks.Segmenter.Segment(_image, _networks.Features.Extract(_image, role, CancellationToken.None), CancellationToken.None);
        return _networks.Color.Colorize(_image, _result.Warped, CancellationToken.None);
    }

    [Benchmark]
    public ColorizationResult PairFromNothing()
    {
        PreparedImage target = _pipeline.Prepare(_image, ImageRole.Target, null, CancellationToken.None);
        PreparedImage reference = _pipeline.Prepare(_image, ImageRole.Reference, null, CancellationToken.None);
        return _pipeline.Colorize(target, [reference], ColorizationOptions.Default, null, CancellationToken.None);
    }

    [Benchmark]
    public ColorizationResult OneDropdownChange()
    {
        // Another source each time, so that nothing can be remembered.
        AreaName source = new(null, _change++ % _pipeline.Facts.Prior.DefaultClassCount);
        return Colorize(new(null, CategoryAssignment.Automatic.WithTarget(0, TargetChoice.TakeFrom(source))));
    }

    [Benchmark]
    public PreparedImage Steps2And3_OnePicture() => _pipeline.Prepare(_image, ImageRole.Target, null, CancellationToken.None);

    [Benchmark]
    public ChromaPlanes Step7_Color() => _networks.Color.Colorize(_image, _result.Warped, CancellationToken.None);

    private ColorizationResult Colorize(ColorizationOptions options) =>
        _pipeline.Colorize(_target, [_reference], options, null, CancellationToken.None);
}
