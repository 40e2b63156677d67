using SPColor.Core;
using SPColor.Core.Protocol;
using SPColor.Rpc;

namespace SPColor.PdnEffect.Worker;

/// <summary>
/// One request after the other, each on a living worker. A worker that dies in a request is replaced once, by one on the processor
/// (a graphics driver is what kills it most often), and the request repeated; one that ignores a cancel is killed.
/// </summary>
internal sealed class WorkerSession(WorkerLaunch launch, WorkerTimes times) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _closing = new();
    private volatile WorkerConnection? _connection;
    private WorkerLaunch _launch = launch;
    private string? _whyProcessor;

    public event Action<string>? News;

    public int? ProcessId => _connection is { IsAlive: true } connection ? connection.ProcessId : null;

    public Task<T> RequestAsync<T>(Func<WorkerConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        // Writing megabytes into the pipe begins on the calling thread, which may be the one that draws the dialog.
        Task.Run(() => InTurnAsync(work, cancellationToken), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
            return;
        await _closing.CancelAsync().ConfigureAwait(false);
        _connection?.Kill();
        await _turn.WaitAsync().ConfigureAwait(false);
        await DropAsync().ConfigureAwait(false);
    }

    private async Task<T> InTurnAsync<T>(Func<WorkerConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        await _turn.WaitAsync(stop.Token).ConfigureAwait(false);
        try
        {
            return await WithRetryAsync(work, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<T> WithRetryAsync<T>(Func<WorkerConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkerLostException lost)
        {
            string why = await ExplainAsync(lost).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            bool movedToProcessor = FallBack();
            await DropAsync().ConfigureAwait(false);
            News?.Invoke($"the colour process stopped ({why}) and was started again{(movedToProcessor ? " on the processor" : "")}");
        }
        try
        {
            return await OnceAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkerLostException lost)
        {
            string why = await ExplainAsync(lost).ConfigureAwait(false);
            await DropAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            throw new SPColorException($"the colour process stopped twice at the same work ({why}): restart the computer or reinstall SPColor", lost);
        }
    }

    private async Task<T> OnceAsync<T>(Func<WorkerConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (_connection is { IsAlive: false })
            await DropAsync().ConfigureAwait(false);
        _connection ??= await WorkerConnection.OpenAsync(_launch, _whyProcessor, times, cancellationToken).ConfigureAwait(false);
        WorkerConnection connection = _connection;
        if (connection.Ready is null)
        {
            WorkerReady ready = await ObeyedAsync(connection.Worker.ReadyAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            connection.Ready = ready with { Device = connection.DeviceWords(ready.Device) };
        }
        return await ObeyedAsync(work(connection, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The call's result; a worker that does not end it soon after a cancel is killed.</summary>
    private async Task<T> ObeyedAsync<T>(Task<T> call, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (await Task.WhenAny(call, Task.Delay(Timeout.Infinite, done.Token)).ConfigureAwait(false) != call)
        {
            await Task.WhenAny(call, Task.Delay(times.CancelGrace, _closing.Token)).ConfigureAwait(false);
            if (!call.IsCompleted)
                await DropAsync().ConfigureAwait(false);
            // The call is over or its connection is; either way somebody must look at how it ended.
            await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new OperationCanceledException(cancellationToken);
        }
        await done.CancelAsync().ConfigureAwait(false);
        return await call.ConfigureAwait(false);
    }

    /// <summary>The next worker uses the processor; false where this one did already, and its own words for that stand.</summary>
    private bool FallBack()
    {
        string device = _connection?.Ready?.Device ?? "the graphics adapter";
        if (_launch.IsOnProcessor || device.StartsWith("CPU", StringComparison.Ordinal))
            return false;
        _launch = _launch.OnProcessor();
        _whyProcessor = $"CPU (because the colour process stopped on {device})";
        return true;
    }

    private async Task<string> ExplainAsync(WorkerLostException lost)
    {
        string words = _connection is null ? "" : await _connection.LastWordsAsync().ConfigureAwait(false);
        return words.Length > 0 ? words : lost.Message;
    }

    private async Task DropAsync()
    {
        WorkerConnection? connection = _connection;
        _connection = null;
        if (connection is not null)
            await connection.DisposeAsync().ConfigureAwait(false);
    }
}
