using SPColor.Core;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

/// <summary>An adapter that cannot be used; without DirectML every adapter is one.</summary>
public sealed class DeviceLostTests
{
    private static readonly ComputeDevice Adapter = new(ComputeKind.DirectML, 0, "GPU 0");

    [Fact]
    public void Networks_fall_back_to_the_CPU_and_say_why()
    {
        using NetworkSet networks = NetworkSet.Open(CompactPack.Open(), Adapter, threads: 1, TestContext.Current.CancellationToken);

        Assert.Equal(ComputeKind.Cpu, networks.Device.Kind);
        Assert.StartsWith("GPU 0 failed: ", networks.Device.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Correspondence_names_the_adapter_and_the_cure()
    {
        using var engine = new Inference.Correspondence.OnnxCorrespondence(Adapter, threads: 1);
        var problem = Correspondence.Problems.Random(1, new(8, 8), 9, 1, 1, new(0.01f, CentrePerBlock: true)) with { Matches = [[0]] };

        SPColorException failure = Assert.Throws<DeviceFailureException>(() => engine.Warp(problem, TestContext.Current.CancellationToken));

        Assert.StartsWith("GPU 0 failed (", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose the CPU, or update the graphics driver", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_DirectML_library_is_found_before_it_is_loaded() =>
        Assert.NotNull(DirectMLFiles.Fault(AppContext.BaseDirectory));
}
