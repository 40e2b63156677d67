using Nerdbank.Streams;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Rpc;

namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>A connection that ends at the worst moment, over and over: the worst moment is a matter of luck.</summary>
[Collection(nameof(Unobserved))]
public sealed class UnobservedRpcTests
{
    private const int Tries = 200;

    // More than the pipe holds, so that the writing waits.
    private static readonly LabImage s_picture = new(new GridSize(256, 256));

    [Fact]
    public Task A_cancel_while_the_connection_ends() => RaceAsync(new LabImage(new GridSize(1, 1)), (stop, _) => stop.Cancel());

    [Fact]
    public Task A_picture_being_written_while_the_connection_ends() => RaceAsync(s_picture, (_, _) => { });

    [Fact]
    public Task A_picture_being_written_while_the_other_end_closes() => RaceAsync(s_picture, (_, far) => far.Close());

    private static Task RaceAsync(LabImage picture, Action<CancellationTokenSource, Stream> race) => Unobserved.NoneAfterAsync(async () =>
    {
        for (int i = 0; i < Tries; i++)
        {
            var (near, far) = FullDuplexStream.CreatePair();
            using WorkerRpc rpc = WorkerRpc.Connect(near, near);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            Task request = new RemoteColorWorker(rpc).PrepareAsync(picture, ImageRole.Target, null, stop.Token);

            await Task.WhenAll(Task.Run(() => race(stop, far), CancellationToken.None), Task.Run(rpc.Dispose, CancellationToken.None));

            await Assert.ThrowsAnyAsync<Exception>(() => request);
        }
    });
}
