using SPColor.Core.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Serving;

/// <summary>A pipeline on a device, and what must be freed after it.</summary>
/// <param name="Pipeline">The method over one pack's networks.</param>
/// <param name="Device">Where they run, and why.</param>
/// <param name="Owner">Frees the networks.</param>
internal sealed record ServedEngine(ColorizationPipeline Pipeline, ComputeDevice Device, IDisposable? Owner) : IDisposable
{
    public static ServedEngine Open(EngineChoice choice, CancellationToken cancellationToken)
    {
        Engine engine = Engine.Open(choice, cancellationToken);
        return new ServedEngine(engine.Pipeline, engine.Device, engine);
    }

    public void Dispose() => Owner?.Dispose();
}
