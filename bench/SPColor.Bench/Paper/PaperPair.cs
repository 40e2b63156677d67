using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference;
using SPColor.Inference.Sessions;

namespace SPColor.Bench.Paper;

/// <summary>The imported networks on the seeded pair, with the same steps as PyTorch's side.</summary>
internal sealed class PaperPair : IDisposable
{
    private static readonly GridSize s_size = new(256, 256);

    private readonly NetworkSet _networks;
    private readonly ColorizationPipeline _pipeline;
    private readonly Dictionary<ImageRole, LabImage> _images = [];
    private readonly Dictionary<ImageRole, PreparedImage> _seen = [];

    public PaperPair(string pack, string folder, int threads)
    {
        ModelPack opened = ModelPack.Open(pack);
        _networks = NetworkSet.Open(opened, ComputeDevice.Cpu, threads);
        _pipeline = new ColorizationPipeline(opened.Facts, _networks.Features, _networks.Segmenter, _networks.Correspondence, _networks.Color);
        foreach (ImageRole role in Enum.GetValues<ImageRole>())
            _images.Add(role, Image(Path.Combine(folder, $"{role.ToString().ToLowerInvariant()}_lab.npy")));
        Run("pair");
    }

    /// <summary>What the last run of steps 4–7 found.</summary>
    public ColorizationResult Result { get; private set; } = null!;

    public NetworkSet Networks => _networks;

    public LabImage Picture(ImageRole role) => _images[role];

    /// <summary>Runs a step of the same name as PyTorch's.</summary>
    public void Run(string step)
    {
        switch (step)
        {
            case "features": _networks.Features.Extract(_images[ImageRole.Target], ImageRole.Target, CancellationToken.None); break;
            case "segmentation": _networks.Segmenter.Segment(_images[ImageRole.Target], s_none, CancellationToken.None); break;
            case "colours": _networks.Color.Colorize(_images[ImageRole.Target], Result.Warped, CancellationToken.None); break;
            case "change": Colorize(); break;
            case "cached": See(ImageRole.Target); Colorize(); break;
            case "pair": See(ImageRole.Reference); See(ImageRole.Target); Colorize(); break;
            default: throw new ArgumentException($"unknown step {step}", nameof(step));
        }
    }

    public void Dispose() => _networks.Dispose();

    private static readonly ImageFeatures s_none = new(new FeatureGrid(new(1, 1), 1, [0]), null);

    private static LabImage Image(string path)
    {
        var image = new LabImage(s_size);
        float[][] planes = [.. NumpyFile.Floats(path).Chunk(s_size.Count)];
        planes[0].CopyTo(image.L, 0);
        planes[1].CopyTo(image.A, 0);
        planes[2].CopyTo(image.B, 0);
        return image;
    }

    private void See(ImageRole role) => _seen[role] = _pipeline.Prepare(_images[role], role, null, CancellationToken.None);

    private void Colorize() => Result = _pipeline.Colorize(
        _seen[ImageRole.Target], [_seen[ImageRole.Reference]],
        new ColorizationOptions(_pipeline.Facts.Prior.Count, CategoryAssignment.Automatic), null, CancellationToken.None);
}
