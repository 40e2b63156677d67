using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Serving;

/// <summary>Keeps one engine for all requests, each of which is a run of its own. Called by one request at a time.</summary>
/// <param name="choice">Pack and device asked for.</param>
/// <param name="open">Opens an engine; it falls back to the processor by itself where the adapter cannot be used.</param>
internal sealed class EngineHost(EngineChoice choice, Func<EngineChoice, CancellationToken, IEngine> open) : IDisposable
{
    private IEngine? _engine;

    /// <summary>Does some work on the engine, which is opened first where needed.</summary>
    public T Run<T>(Func<IEngine, T> work, CancellationToken cancellationToken)
    {
        if (_engine is null)
            _engine = open(choice, cancellationToken);
        else
            _engine.BeginRun(cancellationToken);
        return work(_engine);
    }

    public void Dispose()
    {
        _engine?.Dispose();
        _engine = null;
    }
}
