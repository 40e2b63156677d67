using SPColor.Core.Colorization;

namespace SPColor.PdnEffect.Worker;

/// <summary>Lets progress through while a request runs; what arrives later, or from a worker that was given up, is dropped.</summary>
internal sealed class ProgressGate(IProgress<ColorizationProgress>? progress) : IProgress<ColorizationProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private bool _closed;

    public void Report(ColorizationProgress value)
    {
        lock (_lock)
        {
            if (!_closed)
                progress?.Report(value);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _closed = true;
    }
}
