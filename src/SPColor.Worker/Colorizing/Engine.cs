using SPColor.Core.Colorization;
using SPColor.Core.Correspondence;
using SPColor.Core.Models;
using SPColor.Inference;

namespace SPColor.Worker.Colorizing;

/// <summary>Which pack on which device.</summary>
/// <param name="Pack">A pack's name or folder.</param>
/// <param name="Device">What the user asked for.</param>
internal sealed record EngineChoice(string Pack, DeviceChoice Device);

/// <summary>A verified pack, its networks on a device, and the pipeline over them.</summary>
internal sealed class Engine : IDisposable
{
    private readonly NetworkSet _networks;

    private Engine(ModelPack pack, NetworkSet networks)
    {
        _networks = networks;
        Pipeline = new ColorizationPipeline(
            pack.Facts, networks.Features, networks.Segmenter, new SemanticCorrespondence(), networks.Color);
    }

    public ColorizationPipeline Pipeline { get; }

    /// <summary>Where the networks run, and why.</summary>
    public ComputeDevice Device => _networks.Device;

    /// <exception cref="Core.SPColorException">The pack is missing, damaged or of another kind.</exception>
    public static Engine Open(EngineChoice choice)
    {
        ModelPack pack = ModelPacks.Open(choice.Pack);
        return new Engine(pack, NetworkSet.Open(pack, choice.Device));
    }

    public void Dispose() => _networks.Dispose();
}
