using SPColor.Inference.Sessions;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

public sealed class DevicesCommandTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public void Lists_each_adapter_and_what_auto_takes()
    {
        using var output = new StringWriter { NewLine = "\n" };

        DevicesCommand.Write(
            output,
            new GpuAdapters([new GpuAdapter(0, "Intel", 1, 1 << 27, false), new GpuAdapter(1, "NVIDIA", 2, 1L << 33, false)], null),
            new ComputeDevice(ComputeKind.DirectML, 1, "NVIDIA"));

        Assert.Equal(
            $"gpu:0  Intel, 0.1 GB of its own\ngpu:1  NVIDIA, 8.0 GB of its own\ncpu    {Environment.ProcessorCount} threads\n"
            + "auto takes gpu:1: no other graphics card has more memory of its own\n",
            output.ToString());
    }

    [Theory]
    [InlineData(null, "no gpu: Windows lists none")]
    [InlineData("it rains", "no gpu: it rains")]
    public void Says_why_there_is_none(string? fault, string line)
    {
        using var output = new StringWriter { NewLine = "\n" };

        DevicesCommand.Write(output, new GpuAdapters([], fault), ComputeDevice.CpuBecause("there is no graphics card"));

        Assert.Equal([line, $"cpu    {Environment.ProcessorCount} threads", "auto takes cpu: there is no graphics card", ""], output.ToString().Split('\n'));
    }

    [Fact]
    public async Task This_build_says_why_it_takes_the_processor()
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run("devices"));

        Assert.EndsWith("auto takes cpu: this build has no DirectML", _spcolor.Output.Trim(), StringComparison.Ordinal);
    }
}
