using SPColor.Core.Models;
using SPColor.Inference.Graphs;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference;

/// <summary>The networks of one pack, loaded on one device.</summary>
public sealed class NetworkSet : IDisposable
{
    private readonly Dictionary<string, OnnxNetwork> _networks = new(StringComparer.OrdinalIgnoreCase);

    private NetworkSet(ModelPack pack, SessionFactory factory, CancellationToken cancellationToken)
    {
        Device = factory.Device;
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

        OnnxNetwork Load(string path)
        {
            if (!_networks.TryGetValue(path, out OnnxNetwork? network))
            {
                cancellationToken.ThrowIfCancellationRequested();
                OnnxGraph graph = OnnxGraphCheck.Check(pack.Read(path, cancellationToken), Path.Combine(pack.Directory, path));
                network = new OnnxNetwork(graph, factory);
                _networks.Add(path, network);
            }

            return network;
        }
    }

    /// <summary>What the networks run on, and why where that is not what was asked for.</summary>
    public ComputeDevice Device { get; }

    /// <summary>Step 2.</summary>
    public IFeatureExtractor Features { get; }

    /// <summary>Step 3.</summary>
    public ISegmenter Segmenter { get; }

    /// <summary>Step 7.</summary>
    public IColorNetwork Color { get; }

    /// <summary>
    /// Loads the networks; where the graphics adapter cannot run them, or runs them wrongly, on the processor with the reason.
    /// </summary>
    /// <param name="pack">A verified pack.</param>
    /// <param name="device">Device asked for.</param>
    /// <param name="threads">Threads inside one operator on the processor; 0: one for each core.</param>
    /// <param name="cancellationToken">Stops the loading between two graphs.</param>
    /// <exception cref="SPColor.Core.SPColorException">A graph is refused or does not fit the manifest.</exception>
    public static NetworkSet Open(ModelPack pack, ComputeDevice device, int threads = 0, CancellationToken cancellationToken = default)
    {
        if (device.Kind == ComputeKind.Cpu)
            return new NetworkSet(pack, new SessionFactory(device, threads), cancellationToken);
        NetworkSet? adapter = null;
        ComputeDevice fallback;
        try
        {
            adapter = new NetworkSet(pack, new SessionFactory(device, threads), cancellationToken);
            using var processor = new NetworkSet(pack, new SessionFactory(ComputeDevice.Cpu, threads), cancellationToken);
            if (DeviceCheck.Fault(adapter, processor, pack.MatchStride, cancellationToken) is not { } fault)
                return adapter;
            fallback = ComputeDevice.CpuBecause($"{device.Description} {fault}");
        }
        catch (DeviceFailureException e)
        {
            fallback = ComputeDevice.CpuBecause($"{device.Description} failed: {e.Cause}");
        }

        adapter?.Dispose();
        return new NetworkSet(pack, new SessionFactory(fallback, threads), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (OnnxNetwork network in _networks.Values)
            network.Dispose();
        _networks.Clear();
    }
}
