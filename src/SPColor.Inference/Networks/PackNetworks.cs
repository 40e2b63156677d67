using SPColor.Core.Correspondence;
using SPColor.Core.Models;
using SPColor.Inference.Correspondence;
using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>
/// The networks of one pack on one device, with the form of SPC that suits it: on the processor class-sorted blocks, whose work falls with
/// the number of areas; on an adapter one dense product, whose time does not depend on the areas and whose shapes are static (spcolor.md §6).
/// </summary>
internal sealed class PackNetworks : IDeviceNetworks
{
    private readonly Dictionary<string, OnnxNetwork> _networks = new(StringComparer.OrdinalIgnoreCase);
    private readonly OnnxCorrespondence? _graphForm;

    /// <summary>Loads the networks. On an adapter sessions are made by the first run of each size.</summary>
    /// <param name="pack">A verified pack.</param>
    /// <param name="device">The device.</param>
    /// <param name="threads">Threads inside one operator on the processor; 0: one for each core.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <param name="open">Makes the sessions; null: ONNX Runtime does.</param>
    /// <exception cref="SPColor.Core.SPColorException">A graph is refused or does not fit the manifest.</exception>
    internal PackNetworks(
        ModelPack pack, ComputeDevice device, int threads, CancellationToken cancellationToken, RuntimeSessionOpener? open = null)
    {
        Device = device;
        SessionFactory factory = new(device, threads, open);
        ModelManifest manifest = pack.Manifest;
        try
        {
            Features = new OnnxFeatureExtractor(
                manifest.Features,
                Load(manifest.Features.Target.Graph),
                Load(manifest.Features.Reference.Graph));
            Segmenter = manifest.Segmentation is { } own ? new OnnxSegmenter(own, Load(own.Graph)) : new SharedSegmenter();
            Color = new OnnxColorNetwork(manifest.Color, Load(manifest.Color.Graph));
        }
        catch
        {
            Dispose();
            throw;
        }

        _graphForm = device.Kind == ComputeKind.Cpu ? null : new OnnxCorrespondence(factory);
        Correspondence = _graphForm is null ? new SemanticCorrespondence(threads == 0 ? -1 : threads) : _graphForm;

        OnnxNetwork Load(string path)
        {
            if (!_networks.TryGetValue(path, out OnnxNetwork? network))
            {
                cancellationToken.ThrowIfCancellationRequested();
                OnnxGraph graph = OnnxGraphCheck.Check(pack.Read(path, cancellationToken), Path.Combine(pack.Directory, path));
                network = new OnnxNetwork(graph, factory, cancellationToken);
                _networks.Add(path, network);
            }

            return network;
        }
    }

    /// <inheritdoc/>
    public ComputeDevice Device { get; }

    /// <inheritdoc/>
    public IFeatureExtractor Features { get; }

    /// <inheritdoc/>
    public ISegmenter Segmenter { get; }

    /// <inheritdoc/>
    public ICorrespondence Correspondence { get; }

    /// <inheritdoc/>
    public IColorNetwork Color { get; }

    /// <inheritdoc/>
    public void Reset()
    {
        foreach (OnnxNetwork network in _networks.Values)
            network.Reset();
        _graphForm?.Reset();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (OnnxNetwork network in _networks.Values)
            network.Dispose();
        _networks.Clear();
        _graphForm?.Dispose();
    }
}
