using SPColor.Core.Colorization;
using SPColor.Core.Tests.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Tests.Serving;

/// <summary>An engine without a model; counts, and changes its device as a test says.</summary>
internal sealed class FakeEngine(FakeNetworks networks) : IEngine
{
    public ColorizationPipeline Pipeline { get; } = networks.Pipeline();

    public ComputeDevice Device { get; set; } = ComputeDevice.Cpu;

    public int Runs { get; private set; }

    public bool IsDisposed { get; private set; }

    public void BeginRun(CancellationToken cancellationToken) => Runs++;

    public void Dispose() => IsDisposed = true;
}
