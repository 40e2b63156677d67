using SPColor.Core;
using SPColor.Core.Protocol;
using SPColor.Rpc;

namespace SPColor.PdnEffect.Worker;

/// <summary>A worker process that has said hello in our version.</summary>
internal sealed class WorkerConnection : IAsyncDisposable
{
    private readonly WorkerProcess _process;
    private readonly WorkerRpc _rpc;

    private WorkerConnection(WorkerProcess process)
    {
        _process = process;
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
        var connection = new WorkerConnection(WorkerProcess.Start(launch)) { WhyProcessor = whyProcessor };
        try
        {
            await connection.ShakeHandsAsync(launch.Program, times, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What can be said of a worker whose connection broke: its last words, else its exit code, else nothing.</summary>
    public async Task<string> LastWordsAsync(TimeSpan limit)
    {
        await Task.WhenAny(_process.Exited, Task.Delay(limit)).ConfigureAwait(false);
        string words = await _process.LastWordsAsync(limit).ConfigureAwait(false);
        return words.Length > 0 || !_process.Exited.IsCompleted ? words : $"exit code {_process.ExitCode}";
    }

    /// <summary>The words for the device that a reply names.</summary>
    public string DeviceWords(string device) => WhyProcessor ?? device;

    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        _rpc.Dispose();
        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ShakeHandsAsync(string program, WorkerTimes times, CancellationToken cancellationToken)
    {
        WorkerHello hello;
        try
        {
            hello = await Worker.HelloAsync(WorkerProtocol.Version, CancellationToken.None)
                .WaitAsync(times.Handshake, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw StartFailure.Silent(program, times.Handshake);
        }
        catch (WorkerLostException)
        {
            string words = await LastWordsAsync(times.LastWords).ConfigureAwait(false);
            throw _process.Exited.IsCompleted
                ? StartFailure.EndedAtOnce(program, _process.ExitCode, words)
                : StartFailure.Nonsense(program);
        }
        if (hello.ProtocolVersion != WorkerProtocol.Version)
            throw StartFailure.OtherVersion(program, hello.ProgramVersion);
    }
}
