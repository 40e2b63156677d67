using SPColor.Core;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

public sealed class ComputeDeviceTests
{
    [Theory]
    [InlineData("auto", 1)]
    [InlineData("gpu", 1)]
    [InlineData("gpu:0", 0)]
    public void Adapters_are_used_where_DirectML_is_there(string text, int adapter)
    {
        var device = ComputeDevice.Parse(text, directMLFault: null, () => new GpuAdapters([new(0, "small", 0, 1, false), new(1, "large", 0, 2, false)], null));

        Assert.Equal(ComputeKind.DirectML, device.Kind);
        Assert.Equal(adapter, device.AdapterIndex);
        Assert.Null(device.Reason);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("gpu")]
    [InlineData("gpu:1")]
    public void Without_DirectML_it_is_the_CPU_with_the_reason(string text) =>
        Assert.Equal("CPU (because it rains)", ComputeDevice.Parse(text, "it rains", () => throw new InvalidOperationException("not asked")).ToString());

    [Fact]
    public void This_build_says_what_it_lacks() =>
        Assert.Equal(ComputeDevice.CpuBecause("this build has no DirectML"), ComputeDevice.Parse("auto"));

    [Fact]
    public void Asking_for_the_CPU_needs_no_reason() => Assert.Equal("CPU", ComputeDevice.Parse("cpu").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("cuda")]
    [InlineData("gpu:")]
    [InlineData("gpu:-1")]
    [InlineData("gpu:99999999999")]
    [InlineData("GPU")]
    public void Other_words_are_refused_by_name(string text)
    {
        SPColorException failure = Assert.Throws<SPColorException>(() => ComputeDevice.Parse(text));

        Assert.Equal($"\"{text}\" is no device: use auto, cpu, gpu or gpu:N", failure.Message);
    }
}
