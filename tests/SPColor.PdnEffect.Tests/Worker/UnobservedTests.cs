using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

[Collection(nameof(Unobserved))]
public sealed class UnobservedTests
{
    [Theory]
    [InlineData("die-always", ColorizationStage.Features)]
    [InlineData("exit")]
    [InlineData("garbage")]
    [InlineData("babble", ColorizationStage.Color)]
    [InlineData("hang", ColorizationStage.Color)]
    [InlineData("mute")]
    public Task No_fault_leaves_an_exception_that_nobody_looks_at(string word, ColorizationStage? stage = null) =>
        Unobserved.NoneAfterAsync(() => FailAsync(word, stage));

    [Fact]
    public Task Nor_does_a_cancel_in_mid_handshake() => Unobserved.NoneAfterAsync(async () =>
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task opening = WorkerConnection.OpenAsync(Fake.Launch("mute"), null, Fake.Impatient, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    });

    private static async Task FailAsync(string word, ColorizationStage? stage)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        WorkerTimes times = word == "mute" ? Fake.Impatient with { Handshake = Fake.Impatient.CancelGrace } : Fake.Impatient;
        await using var client = new WorkerClient(Fake.Launch(word, stage), times);
        var cancelAtColor = new OnProgress(step =>
        {
            if (word == "hang" && step.Stage == stage)
                stop.Cancel();
        });
        var failure = await Record.ExceptionAsync(() => Fake.ColorizeUntilAsync(client, cancelAtColor, stop.Token));
        Assert.True(failure is SPColorException or OperationCanceledException, failure?.ToString());
    }
}
