using System.Collections.Concurrent;
using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class UnobservedTests
{
    [Fact]
    public async Task No_fault_leaves_an_exception_that_nobody_looks_at()
    {
        var unobserved = new ConcurrentBag<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> note = (_, e) => unobserved.Add(e.Exception.ToString());
        TaskScheduler.UnobservedTaskException += note;
        try
        {
            await FailAsync("die-always", ColorizationStage.Features, Fake.Patient);
            await FailAsync("exit", null, Fake.Patient);
            await FailAsync("garbage", null, Fake.Impatient);
            await FailAsync("babble", ColorizationStage.Color, Fake.Impatient);
            await FailAsync("hang", ColorizationStage.Color, Fake.Impatient);
            for (int i = 0; i < 2; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= note;
        }
        Assert.Empty(unobserved);
    }

    /// <summary>In a method of its own, so that nothing keeps its tasks alive.</summary>
    private static async Task FailAsync(string word, ColorizationStage? stage, WorkerTimes times)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
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
