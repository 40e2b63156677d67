using CsCheck;
using Nerdbank.Streams;
using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;
using SPColor.Rpc;

namespace SPColor.Worker.Tests.Serving;

public sealed class RpcTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_arrive_with_the_very_same_bits()
    {
        LabImage? received = null;
        using var pair = new RpcPair(new ScriptedWorker { Prepare = (image, _, _) => Task.FromResult((received = image).Size.ToString()) });

        await Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]).SelectMany((width, height) => Gen.Single.Array[width * height * 4].Select(values => (width, height, values)))
            .SampleAsync(async picture =>
            {
                var image = new LabImage(new GridSize(picture.width, picture.height));
                float[][] planes = [image.L, image.A, image.B, image.Coverage];
                for (int plane = 0; plane < planes.Length; plane++)
                    Array.Copy(picture.values, plane * image.Size.Count, planes[plane], 0, image.Size.Count);

                Assert.Equal(image.Size.ToString(), await pair.Worker.PrepareAsync(image, ImageRole.Target, null, Stop));

                Assert.Equal(PictureKey.Of(image, ImageRole.Target), PictureKey.Of(received!, ImageRole.Target));
            }, iter: 30, threads: 1);
    }

    [Fact]
    public async Task Replies_arrive_whole()
    {
        var grid = new GridSize(2, 1);
        var map = new ClassMap(grid, [ClassMap.None, 26], [0, 0.25f], 27) { Pixels = new AreaPlane(new GridSize(2, 2), [AreaPlane.NoArea, 26, 26, 26]) };
        var areas = new PictureAreas(map, [new ClassSummary(26, 0.5f, 50, 1, -1, 0.25f, new CellBounds(1, 0, 1, 1), "sky")]);
        var reply = new ColorizeReply(
            new ChromaPlanes(grid, [1, 2], [3, float.Epsilon]), [0.5f, 1], map, [map, map], [new AreaMatch(26, [new AreaName(1, 3)], 0.75f)],
            [new AssignmentNote(new AreaName(null, 3), new AreaName(0, 2)), new AssignmentNote(new AreaName(0, 1), null)], "GPU 0");
        using var pair = new RpcPair(new ScriptedWorker { Colorize = _ => reply, FindAreas = _ => areas });

        ColorizeReply received = await pair.Worker.ColorizeAsync(new ColorizeRequest("t", ["r"], "{}"), null, Stop);
        PictureAreas receivedAreas = await pair.Worker.FindAreasAsync("t", 27, Stop);

        Assert.Equivalent(reply, received, strict: true);
        Assert.Equal(reply.Notes, received.Notes);
        Assert.Equivalent(areas, receivedAreas, strict: true);
    }

    [Fact]
    public async Task Progress_arrives_in_order()
    {
        const int reports = 20;
        var received = new List<float>();
        var all = new TaskCompletionSource();
        using var pair = new RpcPair(new ScriptedWorker
        {
            Prepare = async (_, progress, _) =>
            {
                for (int i = 0; i < reports; i++)
                    progress!.Report(new ColorizationProgress(ColorizationStage.Features, i));
                await all.Task;
                return "key";
            },
        });

        await pair.Worker.PrepareAsync(Served.Grey, ImageRole.Target, new OnProgress(step =>
        {
            received.Add(step.Fraction);
            if (received.Count == reports)
                all.SetResult();
        }), Stop);

        Assert.Equal(Enumerable.Range(0, reports).Select(i => (float)i), received);
    }

    [Fact]
    public async Task A_cancel_reaches_the_worker()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var cancelled = new TaskCompletionSource();
        using var pair = new RpcPair(new ScriptedWorker
        {
            Prepare = async (_, _, cancel) =>
            {
                cancel.Register(cancelled.SetResult);
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancel);
                return "key";
            },
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, stop.Token));

        await cancelled.Task.WaitAsync(Stop);
    }

    [Fact]
    public async Task Failures_cross_with_their_kind_and_words()
    {
        Exception thrown = new UnknownPictureException("k");
        using var pair = new RpcPair(new ScriptedWorker { Prepare = (_, _, _) => Task.FromException<string>(thrown) });
        Task Ask() => pair.Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, Stop);

        Assert.Equal("k", (await Assert.ThrowsAsync<UnknownPictureException>(Ask)).Key);
        thrown = new SPColorException("the thing: the cure");
        Assert.Equal("the thing: the cure", (await Assert.ThrowsAsync<SPColorException>(Ask)).Message);
        thrown = new InsufficientMemoryException();
        Assert.Contains("close other programs", (await Assert.ThrowsAsync<SPColorException>(Ask)).Message, StringComparison.Ordinal);
        thrown = new InvalidOperationException("an index was wrong");
        var defect = await Assert.ThrowsAsync<WorkerDefectException>(Ask);
        Assert.Contains("an index was wrong", defect.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), defect.Details, StringComparison.Ordinal);
        thrown = new OperationCanceledException();
        await Assert.ThrowsAsync<WorkerLostException>(Ask);
    }

    [Fact]
    public async Task A_picture_above_every_working_size_is_refused_and_the_connection_lives_on()
    {
        using var pair = new RpcPair(new ScriptedWorker());

        await Assert.ThrowsAnyAsync<SPColorException>(
            () => pair.Worker.PrepareAsync(new LabImage(new GridSize(1024, 512)), ImageRole.Target, null, Stop));

        Assert.Equal("pack", (await pair.Worker.ReadyAsync(Stop)).Pack);
    }

    [Theory]
    [InlineData(0x7F)]
    [InlineData(0xFF)]
    [InlineData(0x10)]
    public async Task A_length_out_of_bounds_ends_the_connection_at_once(byte first)
    {
        var (near, far) = FullDuplexStream.CreatePair();
        using WorkerRpc rpc = WorkerRpc.Serve(far, far, new ScriptedWorker());

        await near.WriteAsync(new byte[] { first, 0xFF, 0xFF, 0xFF }, Stop);

        await Assert.ThrowsAnyAsync<Exception>(() => rpc.Completion.WaitAsync(Stop));
    }

    [Fact]
    public async Task Whatever_comes_in_the_connection_ends_with_the_stream() => await Gen.Byte.Array[0, 60].SampleAsync(async bytes =>
    {
        var (near, far) = FullDuplexStream.CreatePair();
        using WorkerRpc rpc = WorkerRpc.Serve(far, far, new ScriptedWorker());
        try
        {
            // Half of them as a message of the right length.
            if (bytes.Length % 2 == 0)
                await near.WriteAsync(new byte[] { 0, 0, 0, (byte)bytes.Length }, Stop);
            await near.WriteAsync(bytes, Stop);
        }
        catch (Exception refused) when (refused is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other end has closed already.
        }
        near.Close();

        await rpc.Completion.WaitAsync(Stop).ContinueWith(_ => { }, Stop, TaskContinuationOptions.None, TaskScheduler.Default);

        Assert.True(rpc.Completion.IsCompleted);
    }, iter: 60);

    [Fact]
    public async Task A_closed_connection_is_a_lost_worker()
    {
        var pair = new RpcPair(new ScriptedWorker { Prepare = (_, _, cancel) => Task.Delay(Timeout.Infinite, cancel).ContinueWith(_ => "", Stop) });
        Task<string> request = pair.Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, Stop);

        pair.Server.Dispose();

        await Assert.ThrowsAsync<WorkerLostException>(() => request);
        await Assert.ThrowsAsync<WorkerLostException>(() => pair.Worker.ReadyAsync(Stop));
        pair.Dispose();
    }
}
