using System.Diagnostics;
using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.Core.Protocol;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class WorkerDeathTests
{
    public static TheoryData<ColorizationStage> Stages { get; } =
    [
        ColorizationStage.Features, ColorizationStage.Segmentation, ColorizationStage.Areas, ColorizationStage.Assignment,
        ColorizationStage.Correspondence, ColorizationStage.Color,
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_worker_that_dies_on_the_adapter_costs_one_retry_on_the_processor(ColorizationStage stage)
    {
        await using var client = Fake.Client("die", stage);
        var news = new List<string>();
        client.News += news.Add;

        ColorizeReply reply = await Fake.ColorizeAsync(client);

        Assert.Equal(42, reply.Chroma.A[0]);
        Assert.Equal("CPU (because the colour process stopped on GPU 0)", reply.Device);
        Assert.Contains("the display driver was reset", Assert.Single(news), StringComparison.Ordinal);
        Assert.Equal(reply.Device, (await client.StartAsync(Stop)).Device);
    }

    [Fact]
    public async Task A_worker_that_dies_while_its_networks_load_is_replaced_by_one_on_the_processor()
    {
        await using var client = Fake.Client("die-loading");

        WorkerReady ready = await client.StartAsync(Stop);

        Assert.Equal("CPU (because the colour process stopped on the graphics adapter)", ready.Device);
        Assert.Equal(42, (await Fake.ColorizeAsync(client)).Chroma.A[0]);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_worker_that_dies_twice_is_given_up_and_tried_afresh_by_the_next_request(ColorizationStage stage)
    {
        await using var client = Fake.Client("die-always", stage);
        int restarts = 0;
        client.News += _ => restarts++;

        var failure = await Assert.ThrowsAsync<SPColorException>(() => Fake.ColorizeAsync(client));

        Assert.Contains("twice", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the display driver was reset", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, restarts);
        Assert.Equal("fake", (await client.StartAsync(Stop)).Pack);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_worker_killed_from_outside_is_replaced(ColorizationStage stage)
    {
        await using var client = Fake.Client("hang", stage, device: "gpu");
        int kills = 0;
        client.News += _ => kills++;

        var failure = await Assert.ThrowsAsync<SPColorException>(() => Fake.ColorizeAsync(client, new OnProgress(progress =>
        {
            if (progress.Stage == stage && client.ProcessId is { } id)
                Kill(id);
        })));

        // The replacement hangs there too and was killed too.
        Assert.Contains("twice", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, kills);
    }

    [Fact]
    public async Task A_worker_on_the_processor_that_dies_is_replaced_by_its_like()
    {
        await using var client = new WorkerClient(Fake.Launch("hang", ColorizationStage.Features, device: "cpu"), Fake.Impatient);
        var news = new TaskCompletionSource<string>();
        client.News += line => news.TrySetResult(line);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        bool killed = false;
        Task request = Fake.ColorizeUntilAsync(client, new OnProgress(_ =>
        {
            if (!killed)
            {
                killed = true;
                Kill(client.ProcessId!.Value);
            }
            else
                stop.Cancel();
        }), stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);

        Assert.Contains("started again", await news.Task, StringComparison.Ordinal);
        Assert.Equal("CPU", (await client.StartAsync(Stop)).Device);
    }

    [Fact]
    public async Task Something_printed_between_two_messages_counts_as_a_death()
    {
        await using var client = new WorkerClient(Fake.Launch("babble", ColorizationStage.Correspondence), Fake.Impatient);

        var failure = await Assert.ThrowsAsync<SPColorException>(() => Fake.ColorizeAsync(client));

        Assert.Contains("twice", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }
}
