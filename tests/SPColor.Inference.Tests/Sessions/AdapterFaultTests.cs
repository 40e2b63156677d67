using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Inference.Networks;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

/// <summary>Every way in which DirectML is known to fail (docs/architecture.md §7), with a stand-in for the adapter.</summary>
public sealed class AdapterFaultTests : IDisposable
{
    private readonly StandInAdapter _adapter = new();
    private NetworkSet? _set;

    /// <summary>What each fault throws.</summary>
    public static TheoryData<string> Faults { get; } =
    [
        "DirectML.dll is absent", "no such entry point", "no such library", "887A0002", "887A0004", "80004005", "887A0005",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_session_that_cannot_be_made_means_the_CPU_with_the_reason(string fault)
    {
        _adapter.OpenFault = Thrown(fault);

        NetworkSet set = Open();

        Assert.Equal(ComputeKind.Cpu, set.Device.Kind);
        Assert.Equal($"CPU (because NVIDIA failed: {_adapter.OpenFault.Message})", set.Device.ToString());
        Extract(set);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_failed_run_is_done_on_the_CPU_and_the_next_run_tries_the_adapter_again(string fault)
    {
        NetworkSet set = Open();
        float[] expected = Extract(set);
        Assert.Equal("DirectML: NVIDIA", set.Device.ToString());

        _adapter.RunFault = Thrown(fault);
        Same(expected, Extract(set));

        Assert.Equal($"CPU (because NVIDIA failed: {_adapter.RunFault.Message})", set.Device.ToString());
        // A lost adapter stays lost while any session holds it.
        Assert.Equal(0, _adapter.Open);
        _adapter.RunFault = null;
        set.BeginRun(Stop);
        Assert.Equal("DirectML: NVIDIA", set.Device.ToString());
        Same(expected, Extract(set));
    }

    [Theory]
    [InlineData(float.NaN, "not finite")]
    [InlineData(float.PositiveInfinity, "not finite")]
    [InlineData(7f, "computes wrongly")]
    public void Garbage_in_the_first_run_means_the_CPU_with_the_reason(float garbage, string reason)
    {
        _adapter.Spoil = values => values[^1] = garbage;

        NetworkSet set = Open();

        Assert.Equal(ComputeKind.Cpu, set.Device.Kind);
        Assert.Contains(reason, set.Device.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_a_number_in_a_later_run_is_a_failure_of_the_adapter()
    {
        NetworkSet set = Open();
        float[] expected = Extract(set);
        _adapter.Spoil = values => values[0] = float.NaN;

        Same(expected, Extract(set));

        Assert.Contains("not finite", set.Device.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_kind_of_exception_is_a_defect_and_not_hidden()
    {
        NetworkSet set = Open();
        _adapter.RunFault = new InvalidOperationException();

        Assert.Throws<InvalidOperationException>(() => Extract(set));
    }

    [Fact]
    public void Sessions_are_sequential_static_few_and_run_one_at_a_time()
    {
        NetworkSet set = Open();
        int checkedWith = _adapter.Opened;

        Parallel.For(0, 12, i => Extract(set, 32 * (1 + (i % 2))));
        Assert.Equal(checkedWith + 2, _adapter.Opened);
        for (int side = 96; side <= 256; side += 32)
            Extract(set, side);

        Assert.All(_adapter.Options, seen => Assert.Equal((ExecutionMode.ORT_SEQUENTIAL, false), (seen.Mode, seen.MemoryPattern)));
        Assert.False(_adapter.WasRunTwiceAtOnce);
        Assert.Equal(checkedWith + 8, _adapter.Opened);
        // Three sizes of the backbone; the colour network's and the correspondence's sessions of the check.
        Assert.Equal(checkedWith + 2, _adapter.Open);
    }

    public void Dispose() => _set?.Dispose();

#pragma warning disable CA2201 // The runtime reserves it; this stands for the runtime.
    private static Exception Thrown(string fault) => fault switch
    {
        "DirectML.dll is absent" => new SEHException("External component has thrown an exception. (0xC06D007E)"),
        "no such entry point" => new EntryPointNotFoundException("Unable to find an entry point named 'OrtSessionOptionsAppendExecutionProvider_DML'"),
        "no such library" => new DllNotFoundException("Unable to load DLL 'onnxruntime'"),
        _ => StandInAdapter.OnnxFailure($"[ErrorCode:RuntimeException] Exception(1) tid(2c) {fault}"),
    };
#pragma warning restore CA2201

    /// <summary>A static session and a sizeless one round in another order: the last bits of numbers around 0.1.</summary>
    private static void Same(float[] expected, float[] actual) => Assert.Equal(expected, actual, (a, b) => MathF.Abs(a - b) < 1e-5f);

    private static float[] Extract(NetworkSet set, int side = 32)
    {
        var image = new LabImage(new GridSize(side, 32));
        Array.Fill(image.L, 60);
        return set.Features.Extract(image, ImageRole.Reference, Stop).Match.Values;
    }

    private NetworkSet Open()
    {
        ModelPack pack = CompactPack.Open();
        return _set = NetworkSet.Open(
            (device, token) => new PackNetworks(pack, device, 1, token, _adapter.OpenSession), StandInAdapter.Device, pack.MatchStride, Stop);
    }
}
