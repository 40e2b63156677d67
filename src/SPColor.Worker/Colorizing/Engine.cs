using SPColor.Core.Colorization;
using SPColor.Core.Models;
using SPColor.Inference;
using SPColor.Inference.Sessions;

namespace SPColor.Worker.Colorizing;

/// <summary>Which pack on which device.</summary>
/// <param name="Pack">A pack's name or folder.</param>
/// <param name="Device">What the user asked for.</param>
internal sealed record EngineChoice(string Pack, ComputeDevice Device);

/// <summary>A verified pack, its networks on a device, and the pipeline over them.</summary>
internal sealed class Engine : IEngine
{
    private readonly NetworkSet _networks;

    private Engine(ModelFacts facts, NetworkSet networks)
    {
        _networks = networks;
        Pipeline = new ColorizationPipeline(
            facts, networks.Features, networks.Segmenter, networks.Correspondence, networks.Color);
    }

    public ColorizationPipeline Pipeline { get; }

    public ComputeDevice Device => _networks.Device;

    /// <exception cref="Core.SPColorException">The pack is missing, damaged or of another kind.</exception>
    public static Engine Open(EngineChoice choice, CancellationToken cancellationToken)
    {
        ModelPack pack = ModelPack.Open(ModelPacks.Installed.Locate(choice.Pack), cancellationToken);
        PackMemory.Require(pack.Manifest);
        return new Engine(pack.Facts, NetworkSet.Open(pack, choice.Device, cancellationToken: cancellationToken));
    }

    public void BeginRun(CancellationToken cancellationToken) => _networks.BeginRun(cancellationToken);

    public void Dispose() => _networks.Dispose();
}
