using Nerdbank.Streams;
using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Rpc;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class ServerTests : IDisposable
{
    private readonly Served _served = new();
    private readonly Stream _near;
    private readonly Stream _far;

    public ServerTests() => (_near, _far) = FullDuplexStream.CreatePair();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _served.Dispose();

    [Fact]
    public async Task Ends_when_the_plugin_closes_its_end()
    {
        Task serving = RunAsync();
        using (WorkerRpc rpc = WorkerRpc.Connect(_near, _near))
            await new RemoteColorWorker(rpc).HelloAsync(WorkerProtocol.Version, Stop);

        await serving.WaitAsync(Stop);
    }

    [Fact]
    public async Task Cancels_what_still_runs_when_the_plugin_is_gone()
    {
        var cancelled = new TaskCompletionSource<bool>();
        var worker = new ScriptedWorker
        {
            Prepare = async (_, _, cancel) =>
            {
                cancel.Register(() => cancelled.SetResult(true));
                _near.Close();
                await Task.Delay(Timeout.Infinite, cancel);
                return "";
            },
        };
        Task serving = Server.RunAsync(_far, _far, worker, _served.Idle, Stop);
        using WorkerRpc rpc = WorkerRpc.Connect(_near, _near);

        await Assert.ThrowsAnyAsync<SPColorException>(() => new RemoteColorWorker(rpc).PrepareAsync(Served.Grey, ImageRole.Target, null, Stop));

        await serving.WaitAsync(Stop);
        Assert.True(await cancelled.Task.WaitAsync(Stop));
    }

    [Fact]
    public async Task Ends_when_nobody_has_asked_for_anything_for_long()
    {
        Task serving = RunAsync();
        using WorkerRpc rpc = WorkerRpc.Connect(_near, _near);
        await new RemoteColorWorker(rpc).HelloAsync(WorkerProtocol.Version, Stop);
        _served.Clock.Advance(IdleWatch.DefaultLimit / 2);
        Assert.False(serving.IsCompleted);

        _served.Clock.Advance(IdleWatch.DefaultLimit);

        await serving.WaitAsync(Stop);
    }

    [Fact]
    public async Task Somebody_who_types_into_it_is_told_what_it_is_for()
    {
        Task serving = RunAsync();

        await _near.WriteAsync("help\nhelp\nhelp\n"u8.ToArray(), Stop);

        var failure = await Assert.ThrowsAsync<SPColorException>(() => serving.WaitAsync(Stop));
        Assert.Contains("only for the SPColor plugin", failure.Message, StringComparison.Ordinal);
    }

    private Task RunAsync() => Server.RunAsync(_far, _far, _served.Worker, _served.Idle, Stop);
}
