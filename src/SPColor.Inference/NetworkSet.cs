using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference;

/// <summary>
/// The networks and the correspondence of one pack on a device, and the one place that falls back to the processor: a step during
/// which the graphics adapter fails is done again there, and so is all that follows, until <see cref="BeginRun"/> finds the adapter sound.
/// Steps may run on several threads; <see cref="BeginRun"/> only between runs.
/// </summary>
public sealed class NetworkSet : IFeatureExtractor, ISegmenter, ICorrespondence, IColorNetwork, IDisposable
{
    // A lost adapter may come back; one that fails run after run only costs time.
    private const int MaxFailuresInARow = 2;

    private readonly Lock _gate = new();
    private readonly Func<ComputeDevice, CancellationToken, IDeviceNetworks> _open;
    private readonly int _matchStride;
    private readonly IDeviceNetworks? _adapter;
    private IDeviceNetworks? _processor;
    private int _failuresInARow;

    /// <summary>Opens the networks on a device; an adapter is not checked yet.</summary>
    /// <param name="open">Loads the networks on a device.</param>
    /// <param name="device">Device asked for.</param>
    /// <param name="matchStride">Pixels per cell of the correspondence grid.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    internal NetworkSet(
        Func<ComputeDevice, CancellationToken, IDeviceNetworks> open, ComputeDevice device, int matchStride, CancellationToken cancellationToken)
    {
        (_open, _matchStride, Device) = (open, matchStride, device);
        if (device.Kind == ComputeKind.Cpu)
            _processor = open(device, cancellationToken);
        else
            _adapter = open(device, cancellationToken);
    }

    /// <summary>What the networks run on now, and why where that is not what was asked for. Read it after a run to tell the user.</summary>
    public ComputeDevice Device { get; private set; }

    /// <summary>Step 2.</summary>
    public IFeatureExtractor Features => this;

    /// <summary>Step 3.</summary>
    public ISegmenter Segmenter => this;

    /// <summary>Step 6, in the form that suits the device.</summary>
    public ICorrespondence Correspondence => this;

    /// <summary>Step 7.</summary>
    public IColorNetwork Color => this;

    /// <summary>
    /// Loads the networks; where the graphics adapter cannot run them, or runs them wrongly, on the processor with the reason.
    /// </summary>
    /// <param name="pack">A verified pack.</param>
    /// <param name="device">Device asked for.</param>
    /// <param name="threads">Threads inside one operator on the processor; 0: one for each core.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="SPColor.Core.SPColorException">A graph is refused or does not fit the manifest.</exception>
    public static NetworkSet Open(ModelPack pack, ComputeDevice device, int threads = 0, CancellationToken cancellationToken = default) =>
        Open((wanted, token) => new PackNetworks(pack, wanted, threads, token), device, pack.MatchStride, cancellationToken);

    /// <summary>As the other, for networks of any origin.</summary>
    /// <param name="open">Loads the networks on a device.</param>
    /// <param name="device">Device asked for.</param>
    /// <param name="matchStride">Pixels per cell of the correspondence grid.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    internal static NetworkSet Open(
        Func<ComputeDevice, CancellationToken, IDeviceNetworks> open, ComputeDevice device, int matchStride, CancellationToken cancellationToken)
    {
        var set = new NetworkSet(open, device, matchStride, cancellationToken);
        try
        {
            set.CheckAdapter(cancellationToken);
            if (set.Device.Kind == ComputeKind.DirectML)
                set.DropProcessor();
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Gives an adapter that failed in the run before another chance, which takes a small picture's time; one that failed twice in a row
    /// is left alone. Else does nothing.
    /// </summary>
    /// <param name="cancellationToken">Stops the check.</param>
    public void BeginRun(CancellationToken cancellationToken)
    {
        if (Device.Kind == ComputeKind.DirectML)
            _failuresInARow = 0;
        else if (_failuresInARow < MaxFailuresInARow)
            CheckAdapter(cancellationToken);
    }

    /// <inheritdoc/>
    ImageFeatures IFeatureExtractor.Extract(LabImage image, ImageRole role, CancellationToken cancellationToken) =>
        Run(networks => networks.Features.Extract(image, role, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    FeatureGrid ISegmenter.Segment(LabImage image, ImageFeatures features, CancellationToken cancellationToken) =>
        Run(networks => networks.Segmenter.Segment(image, features, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    WarpedColor ICorrespondence.Warp(CorrespondenceProblem problem, CancellationToken cancellationToken) =>
        Run(networks => networks.Correspondence.Warp(problem, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    ChromaPlanes IColorNetwork.Colorize(LabImage target, WarpedColor warped, CancellationToken cancellationToken) =>
        Run(networks => networks.Color.Colorize(target, warped, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _adapter?.Dispose();
        DropProcessor();
    }

    private T Run<T>(Func<IDeviceNetworks, T> step, CancellationToken cancellationToken)
    {
        if (_adapter is not null && Device.Kind == ComputeKind.DirectML)
        {
            try
            {
                return step(_adapter);
            }
            catch (DeviceFailureException e)
            {
                FallBack($"failed: {e.Cause}");
            }
        }

        return step(Processor(cancellationToken));
    }

    private void CheckAdapter(CancellationToken cancellationToken)
    {
        if (_adapter is null)
            return;
        try
        {
            if (DeviceCheck.Fault(_adapter, Processor(cancellationToken), _matchStride, cancellationToken) is { } fault)
                FallBack(fault);
            else
                Device = _adapter.Device;
        }
        catch (DeviceFailureException e)
        {
            FallBack($"failed: {e.Cause}");
        }
    }

    private void FallBack(string fault)
    {
        lock (_gate)
        {
            _failuresInARow++;
            Device = ComputeDevice.CpuBecause($"{_adapter!.Device.Description} {fault}");
            _adapter.Reset();
        }
    }

    private IDeviceNetworks Processor(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _processor ??= _open(ComputeDevice.Cpu, cancellationToken);
    }

    private void DropProcessor()
    {
        _processor?.Dispose();
        _processor = null;
    }
}
