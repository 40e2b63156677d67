using SPColor.Inference.Sessions;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class AdapterListTests
{
    [Fact]
    public void Windows_lists_its_adapters_or_says_with_its_code_why_not()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows(), "DXGI is Windows'");

        GpuAdapters adapters = GpuAdapters.List();

        // Wine without a display has no adapters, and says so: 0x887A….
        if (adapters.Fault is { } fault)
            Assert.Matches("^Windows does not list the graphics adapters \\(0x[0-9A-F]{8}\\)$", fault);
        Assert.Equal(adapters.Fault is null, adapters.All.Count > 0);
        Assert.All(adapters.All, adapter => Assert.NotEmpty(adapter.Name));
    }

    [Fact]
    public void The_adapter_asked_for_reaches_the_program() =>
        Assert.Equal(["serve", "--device", "gpu:1"], WorkerLaunch.InFolder("plugin", "gpu:1").Arguments);
}
