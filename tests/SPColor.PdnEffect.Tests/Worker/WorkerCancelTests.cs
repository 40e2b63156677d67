using SPColor.Core.Colorization;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class WorkerCancelTests
{
    public static TheoryData<ColorizationStage> Stages => WorkerDeathTests.Stages;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cancelling_an_obedient_worker_keeps_it(ColorizationStage stage)
    {
        await using var client = Fake.Client("slow", stage);
        var (later, id) = await CancelAtAsync(client, stage);

        Assert.Equal(0, later);
        await client.StartAsync(Stop);
        Assert.Equal(id, client.ProcessId);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Cancelling_a_hanging_worker_kills_it_and_the_next_request_has_another(ColorizationStage stage)
    {
        await using var client = new WorkerClient(Fake.Launch("hang", stage), Fake.Impatient);
        var (later, id) = await CancelAtAsync(client, stage);

        Assert.Equal(0, later);
        Assert.False(Processes.IsRunning(id));
        await client.StartAsync(Stop);
        Assert.NotEqual(id, client.ProcessId);
    }

    [Fact]
    public async Task Cancelling_while_the_worker_starts_leaves_nothing_behind()
    {
        await using var client = Fake.Client("mute");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        Task request = client.StartAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Null(client.ProcessId);
    }

    [Fact(Timeout = Processes.MillisecondsUntilGivenUp)]
    public async Task Cancelling_while_the_networks_load_for_ever_kills_the_worker()
    {
        string asked = Path.Combine(Path.GetTempPath(), $"spcolor-asked-{Guid.NewGuid()}");
        await using var client = new WorkerClient(new WorkerLaunch(Fake.Program, "gpu", ["--fake", "hang-loading", asked]), Fake.Impatient);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task request = client.StartAsync(stop.Token);
        // A worker that was not asked to load yet has nothing to ignore, and is kept.
        await Processes.UntilAsync(() => File.Exists(asked));
        int id = client.ProcessId!.Value;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.False(Processes.IsRunning(id));
        File.Delete(asked);
    }

    [Fact]
    public async Task A_cancelled_request_that_waits_its_turn_disturbs_nobody()
    {
        await using var client = Fake.Client("slow", ColorizationStage.Features);
        using var first = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var second = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reached = new TaskCompletionSource();
        Task running = Fake.ColorizeUntilAsync(client, new OnProgress(_ => reached.TrySetResult()), first.Token);
        await reached.Task.WaitAsync(Stop);
        Task waiting = client.StartAsync(second.Token);

        await second.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(running.IsCompleted);
        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>Cancels when the stage is reported; how many reports came after that, and which process it was.</summary>
    private static async Task<(int Later, int Process)> CancelAtAsync(WorkerClient client, ColorizationStage stage)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        int later = 0, id = 0;
        Task request = Fake.ColorizeUntilAsync(
            client,
            new OnProgress(progress =>
            {
                if (stop.IsCancellationRequested)
                    later++;
                else if (progress.Stage == stage)
                {
                    id = client.ProcessId!.Value;
                    stop.Cancel();
                }
            }),
            stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        return (later, id);
    }
}
