using SPColor.Core.Colorization;
using SPColor.Inference.Sessions;

namespace SPColor.Worker.Colorizing;

/// <summary>The method over one pack's networks on a device.</summary>
internal interface IEngine : IDisposable
{
    ColorizationPipeline Pipeline { get; }

    /// <summary>Where the networks run now, and why; it changes when a graphics adapter fails in the middle of a run.</summary>
    ComputeDevice Device { get; }

    /// <summary>Before each run: an adapter that failed in the one before gets another chance.</summary>
    void BeginRun(CancellationToken cancellationToken);
}
