using SPColor.Core.Tests.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class EngineHostTests : IDisposable
{
    private static readonly ComputeDevice _adapter = new(ComputeKind.DirectML, 0, "GPU 0");

    private readonly List<string> _opened = [];
    private readonly EngineHost _host;
    private int _openNow;

    public EngineHostTests() => _host = new EngineHost(Served.Choice with { Device = _adapter }, (choice, _) =>
    {
        _opened.Add(choice.Device.Description);
        _openNow++;
        return new ServedEngine(new FakeNetworks().Pipeline(), choice.Device, new Closing(() => _openNow--));
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _host.Dispose();

    [Fact]
    public void An_adapter_that_works_is_opened_once()
    {
        Assert.Equal("GPU 0", Device(adapterFails: false));
        Assert.Equal("GPU 0", Device(adapterFails: false));

        Assert.Equal(["GPU 0"], _opened);
    }

    [Fact]
    public void A_failing_adapter_costs_one_run_on_the_processor_and_is_tried_again_next_time()
    {
        Assert.Equal("CPU (because GPU 0 failed: device removed)", Device(adapterFails: true));
        Assert.Equal("GPU 0", Device(adapterFails: false));
        Assert.Equal("CPU (because GPU 0 failed: device removed)", Device(adapterFails: true));

        Assert.Equal(["GPU 0", "CPU", "GPU 0", "CPU"], _opened);
        Assert.Equal(0, _openNow);
    }

    [Fact]
    public void An_adapter_that_fails_twice_in_a_row_is_left_alone()
    {
        string[] devices = [.. Enumerable.Range(0, 4).Select(_ => Device(adapterFails: true))];

        Assert.All(devices, device => Assert.Equal("CPU (because GPU 0 failed: device removed)", device));
        Assert.Equal(["GPU 0", "CPU", "GPU 0", "CPU"], _opened);
        _host.Dispose();
        Assert.Equal(0, _openNow);
    }

    [Fact]
    public void Other_failures_pass_through_and_keep_the_engine()
    {
        Assert.Throws<InvalidOperationException>(() => _host.Run<int>(_ => throw new InvalidOperationException(), Stop));

        Assert.Equal("GPU 0", Device(adapterFails: false));
        Assert.Single(_opened);
    }

    private string Device(bool adapterFails) => _host.Run(
        engine => adapterFails && engine.Device.Kind == ComputeKind.DirectML
            ? throw new DeviceFailureException(engine.Device, "device removed")
            : engine.Device.ToString(),
        Stop);

    private sealed class Closing(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}
