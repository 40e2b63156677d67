using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Serving;

/// <summary>
/// Keeps one engine for all requests. When the graphics adapter fails in a request, that request is done again on the processor and
/// the next one tries the adapter again; an adapter that fails twice in a row is left alone. Called by one request at a time.
/// </summary>
/// <param name="choice">Pack and device asked for.</param>
/// <param name="open">Opens an engine; it falls back to the processor by itself where the adapter cannot be used at all.</param>
internal sealed class EngineHost(EngineChoice choice, Func<EngineChoice, CancellationToken, ServedEngine> open) : IDisposable
{
    private const int MaxFailuresInARow = 2;

    private ServedEngine? _engine;
    private int _failuresInARow;

    /// <summary>Does some work on the engine, which is opened first where needed.</summary>
    public T Run<T>(Func<ServedEngine, T> work, CancellationToken cancellationToken)
    {
        ServedEngine engine = Engine(cancellationToken);
        try
        {
            T result = work(engine);
            _failuresInARow = 0;
            return result;
        }
        catch (DeviceFailureException failure)
        {
            _failuresInARow++;
            Close();
            ComputeDevice processor = ComputeDevice.CpuBecause($"{engine.Device.Description} failed: {failure.Cause}");
            ServedEngine fallback = open(choice with { Device = processor }, cancellationToken);
            if (_failuresInARow >= MaxFailuresInARow)
                _engine = fallback;
            using (_engine is null ? fallback : null)
                return work(fallback);
        }
    }

    public void Dispose() => Close();

    private ServedEngine Engine(CancellationToken cancellationToken) => _engine ??= open(choice, cancellationToken);

    private void Close()
    {
        _engine?.Dispose();
        _engine = null;
    }
}
