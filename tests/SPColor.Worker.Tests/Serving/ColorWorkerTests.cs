using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Tests.Colorization;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class ColorWorkerTests : IDisposable
{
    private readonly Served _served = new();

    public static TheoryData<ColorizationStage> Stages { get; } =
    [
        ColorizationStage.Features, ColorizationStage.Segmentation, ColorizationStage.Areas, ColorizationStage.Assignment,
        ColorizationStage.Correspondence, ColorizationStage.Color,
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ColorWorker Worker => _served.Worker;

    public void Dispose() => _served.Dispose();

    [Fact]
    public async Task Hello_tells_versions_and_packs()
    {
        WorkerHello hello = await Worker.HelloAsync(WorkerProtocol.Version, Stop);

        Assert.Equal(WorkerProtocol.Version, hello.ProtocolVersion);
        Assert.Contains("compact", hello.Packs);
    }

    [Fact]
    public async Task Another_protocol_version_is_refused_with_its_cure()
    {
        var failure = await Assert.ThrowsAsync<SPColorException>(() => Worker.HelloAsync(WorkerProtocol.Version + 1, Stop));

        Assert.Contains("reinstall SPColor", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colours_and_lists_areas_as_the_pipeline_does()
    {
        ColorizationPipeline pipeline = _served.Networks.Pipeline();
        ColorizationResult expected = pipeline.Colorize(
            pipeline.Prepare(Served.Grey, ImageRole.Target, null, Stop),
            [pipeline.Prepare(Served.Colorful, ImageRole.Reference, null, Stop)],
            new ColorizationOptions(FakeNetworks.Classes, CategoryAssignment.Automatic), null, Stop);

        ColorizeReply reply = await ColorizeAsync(null, Stop);
        PictureAreas areas = await Worker.FindAreasAsync(PictureKey.Of(Served.Grey, ImageRole.Target), FakeNetworks.Classes, Stop);

        Assert.Equal(expected.Chroma.A, reply.Chroma.A);
        Assert.Equal(expected.Chroma.B, reply.Chroma.B);
        Assert.True(reply.Fits(Served.Grey.Size, 1));
        Assert.Equal(expected.TargetClasses.Ids, areas.Map.Ids);
        Assert.Equal(FakeNetworks.Classes, areas.Areas.Count);
    }

    [Fact]
    public async Task The_same_picture_is_prepared_once_in_each_role()
    {
        string first = await Worker.PrepareAsync(Served.Colorful, ImageRole.Reference, null, Stop);
        string second = await Worker.PrepareAsync(Served.Colorful, ImageRole.Reference, null, Stop);
        string target = await Worker.PrepareAsync(Served.Colorful, ImageRole.Target, null, Stop);

        Assert.Equal(first, second);
        Assert.NotEqual(first, target);
        Assert.Equal(2, _served.Networks.FeatureRuns);
    }

    [Fact]
    public async Task A_picture_that_had_to_go_is_unknown()
    {
        using var small = new Served(cachedPictures: 1);
        string first = await small.Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, Stop);
        await small.Worker.PrepareAsync(Served.Colorful, ImageRole.Reference, null, Stop);

        var failure = await Assert.ThrowsAsync<UnknownPictureException>(() => small.Worker.FindAreasAsync(first, 1, Stop));

        Assert.Equal(first, failure.Key);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_cancel_is_obeyed_before_the_next_stage_and_the_worker_works_on(ColorizationStage stage)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        int later = 0;
        var progress = new OnProgress(step =>
        {
            later += stop.IsCancellationRequested ? 1 : 0;
            if (step.Stage == stage)
                stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ColorizeAsync(progress, stop.Token));

        Assert.Equal(0, later);
        Assert.True((await ColorizeAsync(null, Stop)).Fits(Served.Grey.Size, 1));
    }

    [Fact]
    public async Task One_request_works_at_a_time_and_hello_never_waits()
    {
        using var release = new ManualResetEventSlim();
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task first = Worker.PrepareAsync(Served.Grey, ImageRole.Target, new OnProgress(_ =>
        {
            reached.TrySetResult();
            release.Wait(Stop);
        }), Stop);
        await reached.Task.WaitAsync(Stop);
        bool secondStarted = false;
        Task second = Worker.PrepareAsync(Served.Colorful, ImageRole.Reference, new OnProgress(_ => secondStarted = true), Stop);

        await Worker.HelloAsync(WorkerProtocol.Version, Stop);

        Assert.False(secondStarted);
        release.Set();
        await Task.WhenAll(first, second);
        Assert.True(secondStarted);
    }

    [Fact]
    public async Task Pictures_that_are_no_working_pictures_are_refused()
    {
        LabImage odd = new(new GridSize(33, 32)), large = new(new GridSize(1024, 512)), broken = Served.Grey;
        broken.A[7] = float.NaN;

        foreach (LabImage image in (LabImage[])[odd, large, broken])
            await Assert.ThrowsAsync<SPColorException>(() => Worker.PrepareAsync(image, ImageRole.Target, null, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(FakeNetworks.Classes + 1)]
    public async Task A_number_of_areas_out_of_range_is_refused(int areas)
    {
        string key = await Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, Stop);

        await Assert.ThrowsAsync<SPColorException>(() => Worker.FindAreasAsync(key, areas, Stop));
    }

    [Fact]
    public async Task Requests_that_make_no_sense_are_refused()
    {
        string key = await Worker.PrepareAsync(Served.Grey, ImageRole.Target, null, Stop);
        string pairing = Served.Pairing.ToJson();
        ColorizeRequest[] requests =
        [
            new(key, [], pairing),
            new(key, [.. Enumerable.Repeat(key, AreaName.ReferenceCount + 1)], pairing),
            new(key, [key], "{"),
            new(key, [key], (Served.Pairing with { Pack = "other" }).ToJson()),
            new("nothing", [key], pairing),
        ];

        foreach (ColorizeRequest request in requests)
            await Assert.ThrowsAnyAsync<SPColorException>(() => Worker.ColorizeAsync(request, null, Stop));
    }

    private async Task<ColorizeReply> ColorizeAsync(IProgress<ColorizationProgress>? progress, CancellationToken stop)
    {
        string target = await Worker.PrepareAsync(Served.Grey, ImageRole.Target, progress, stop);
        string reference = await Worker.PrepareAsync(Served.Colorful, ImageRole.Reference, progress, stop);
        return await Worker.ColorizeAsync(new ColorizeRequest(target, [reference], Served.Pairing.ToJson()), progress, stop);
    }
}
