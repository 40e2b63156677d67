using SPColor.Core;
using SPColor.Core.Protocol;
using SPColor.Rpc;

namespace SPColor.PdnEffect.Worker;

/// <summary>A worker process that has said hello in our version.</summary>
internal sealed class WorkerConnection : IAsyncDisposable
{
    private readonly WorkerProcess _process;
    private readonly WorkerRpc _rpc;
    private readonly WorkerTimes _times;

    private WorkerConnection(WorkerProcess process, WorkerTimes times)
    {
        _process = process;
        _times = times;
        _rpc = WorkerRpc.Connect(process.ToWorker, process.FromWorker);
        Worker = new RemoteColorWorker(_rpc);
    }

    public RemoteColorWorker Worker { get; }

    /// <summary>Once the worker has told it.</summary>
    public WorkerReady? Ready { get; set; }

    /// <summary>Why this worker runs on the processor, where the worker itself cannot know; else null.</summary>
    public string? WhyProcessor { get; init; }

    public int ProcessId => _process.Id;

    public bool IsAlive => !_rpc.Completion.IsCompleted && !_process.Exited.IsCompleted;

    /// <exception cref="SPColorException">No worker of this version can be had; the words say why and what helps.</exception>
    public static async Task<WorkerConnection> OpenAsync(
        WorkerLaunch launch, string? whyProcessor, WorkerTimes times, CancellationToken cancellationToken)
    {
        var connection = new WorkerConnection(WorkerProcess.Start(launch), times) { WhyProcessor = whyProcessor };
        // Not cancellable itself: a worker that says nothing would not answer the cancel either.
        Task<WorkerHello> hello = connection.Worker.HelloAsync(WorkerProtocol.Version, CancellationToken.None);
        try
        {
            await connection.ShakeHandsAsync(hello, launch.Program, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            // It ended with its connection; somebody must look at how.
            await ((Task)hello).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>What can be said of a worker whose connection broke: its last words, else its exit code, else nothing.</summary>
    public async Task<string> LastWordsAsync()
    {
        await Task.WhenAny(_process.Exited, Task.Delay(_times.LastWords)).ConfigureAwait(false);
        string words = await _process.LastWordsAsync(_times.LastWords).ConfigureAwait(false);
        return words.Length > 0 || !_process.Exited.IsCompleted ? words : $"exit code {_process.ExitCode}";
    }

    /// <summary>The words for the device that a reply names.</summary>
    public string DeviceWords(string device) => WhyProcessor ?? device;

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        _rpc.Dispose();
        await _process.EndAsync(_times.KillWait).ConfigureAwait(false);
    }

    private async Task ShakeHandsAsync(Task<WorkerHello> call, string program, CancellationToken cancellationToken)
    {
        WorkerHello hello;
        try
        {
            hello = await call.WaitAsync(_times.Handshake, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw StartFailure.Silent(program, _times.Handshake);
        }
        catch (WorkerLostException)
        {
            string words = await LastWordsAsync().ConfigureAwait(false);
            throw _process.Exited.IsCompleted
                ? StartFailure.EndedAtOnce(program, _process.ExitCode, words)
                : StartFailure.Nonsense(program);
        }
        if (hello.ProtocolVersion != WorkerProtocol.Version)
            throw StartFailure.OtherVersion(program, hello.ProgramVersion);
    }
}
