using SPColor.Inference.Sessions;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class AdapterListTests
{
    [Fact]
    public void Windows_lists_its_adapters()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "DXGI is Windows'");

        GpuAdapters adapters = GpuAdapters.List();

        Assert.Null(adapters.Fault);
        Assert.All(adapters.All, adapter => Assert.NotEmpty(adapter.Name));
    }

    [Fact]
    public void The_adapter_asked_for_reaches_the_program() =>
        Assert.Equal(["serve", "--device", "gpu:1"], WorkerLaunch.InFolder("plugin", "gpu:1").Arguments);
}
