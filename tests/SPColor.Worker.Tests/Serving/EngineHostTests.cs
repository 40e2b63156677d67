using SPColor.Core.Protocol;
using SPColor.Core.Tests.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class EngineHostTests : IDisposable
{
    private readonly FakeEngine _engine = new(new FakeNetworks());
    private int _opened;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void One_engine_serves_all_requests_and_is_told_of_each_after_the_first()
    {
        using (EngineHost host = Host())
        {
            for (int request = 0; request < 3; request++)
                Assert.Same(_engine, host.Run(engine => engine, Stop));
            Assert.False(_engine.IsDisposed);
        }

        Assert.Equal((1, 2, true), (_opened, _engine.Runs, _engine.IsDisposed));
    }

    [Fact]
    public void A_failed_request_keeps_the_engine()
    {
        using EngineHost host = Host();

        Assert.Throws<InvalidOperationException>(() => host.Run<int>(_ => throw new InvalidOperationException(), Stop));

        Assert.Same(_engine, host.Run(engine => engine, Stop));
        Assert.Equal(1, _opened);
    }

    [Fact]
    public async Task The_answer_names_the_device_that_the_run_ended_on()
    {
        var watch = new IdleWatch(IdleWatch.DefaultLimit, new ManualClock());
        _engine.Device = new ComputeDevice(ComputeKind.DirectML, 0, "NVIDIA");
        using var worker = new ColorWorker(Host(), new PictureCache(), watch);
        Assert.Equal("DirectML: NVIDIA", (await worker.ReadyAsync(Stop)).Device);
        string target = await worker.PrepareAsync(Served.Grey, Core.Models.ImageRole.Target, null, Stop);
        string reference = await worker.PrepareAsync(Served.Colorful, Core.Models.ImageRole.Reference, null, Stop);

        _engine.Device = ComputeDevice.CpuBecause("NVIDIA failed: device removed");
        ColorizeReply reply = await worker.ColorizeAsync(new ColorizeRequest(target, [reference], Served.Pairing.ToJson()), null, Stop);

        Assert.Equal("CPU (because NVIDIA failed: device removed)", reply.Device);
    }

    public void Dispose() => _engine.Dispose();

    private EngineHost Host() => new(Served.Choice, (_, _) =>
    {
        _opened++;
        return _engine;
    });
}
