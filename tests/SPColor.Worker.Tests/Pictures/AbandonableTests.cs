using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class AbandonableTests
{
    [Fact]
    public void Cancelling_does_not_wait_for_the_work()
    {
        using CancellationTokenSource source = new();
        using ManualResetEventSlim release = new();
        using ManualResetEventSlim ended = new();
        Assert.ThrowsAny<OperationCanceledException>(() => Abandonable.Run(
            () =>
            {
                source.Cancel();
                release.Wait(CancellationToken.None);
                ended.Set();
                return 0;
            },
            source.Token));
        Assert.False(ended.IsSet);
        release.Set();
        ended.Wait(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Results_and_failures_come_through_as_they_are()
    {
        using CancellationTokenSource source = new();
        Assert.Equal(7, Abandonable.Run(() => 7, source.Token));
        Assert.Throws<InvalidDataException>(() => Abandonable.Run<int>(() => throw new InvalidDataException(), source.Token));
    }
}
