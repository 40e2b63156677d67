namespace SPColor.PdnEffect.Pairing;

/// <summary>
/// Work that follows the user: a newer request cancels the older, waits until the user pauses, and what an older one still brings
/// is dropped. All members and callbacks belong to the UI thread; the work itself runs elsewhere.
/// </summary>
/// <param name="ui">The UI thread.</param>
/// <param name="time">Gives the pause.</param>
internal sealed class LatestRun(SynchronizationContext ui, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Short against a run, long against the steps of a dragged slider.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private readonly List<Task> _running = [];
    private CancellationTokenSource _source = new();
    private ITimer? _timer;
    private int _generation;

    /// <summary>Starts <paramref name="work"/> after <see cref="Pause"/>.</summary>
    /// <typeparam name="TResult">What it brings.</typeparam>
    /// <typeparam name="TProgress">What it tells meanwhile.</typeparam>
    /// <param name="work">Runs on a pool thread.</param>
    /// <param name="onProgress">Told how far it is.</param>
    /// <param name="onDone">Told the result.</param>
    /// <param name="onFailed">Told of any exception but cancellation.</param>
    public void Request<TResult, TProgress>(
        Func<IProgress<TProgress>, CancellationToken, Task<TResult>> work,
        Action<TProgress> onProgress,
        Action<TResult> onDone,
        Action<Exception> onFailed)
    {
        Cancel();
        int generation = _generation;
        CancellationToken cancellationToken = _source.Token;
        _timer = time.CreateTimer(
            _ => Post(generation, () => _running.Add(Task.Run(RunAsync, CancellationToken.None))), null, Pause, Timeout.InfiniteTimeSpan);

        async Task RunAsync()
        {
            try
            {
                TResult result = await work(new Relay<TProgress>(value => Post(generation, () => onProgress(value))), cancellationToken)
                    .ConfigureAwait(false);
                Post(generation, () => onDone(result));
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Whoever cancelled knows.
            }
            catch (Exception failure)
            {
                Post(generation, () => onFailed(failure));
            }
        }
    }

    /// <summary>Stops what runs or waits; nothing of it is told any more.</summary>
    public void Cancel()
    {
        _generation++;
        _timer?.Dispose();
        _timer = null;
        _source.Cancel();
        _source.Dispose();
        _source = new CancellationTokenSource();
        _running.RemoveAll(task => task.IsCompleted);
    }

    /// <summary>Cancels, and ends when the work has.</summary>
    public async ValueTask DisposeAsync()
    {
        Cancel();
        await Task.WhenAll(_running).ConfigureAwait(false);
        _source.Dispose();
    }

    private void Post(int generation, Action action) => ui.Post(
        _ =>
        {
            if (generation == _generation)
                action();
        },
        null);

    private sealed class Relay<T>(Action<T> action) : IProgress<T>
    {
        public void Report(T value) => action(value);
    }
}
