using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

public sealed class GpuAdaptersTests
{
    private const long Gigabyte = 1L << 30;

    private static readonly GpuAdapter Built = new(0, "Intel UHD", 1, Gigabyte / 8, false), Card = new(1, "NVIDIA", 2, 12 * Gigabyte, false),
        Second = new(2, "AMD", 3, 12 * Gigabyte, false), Basic = new(3, "Microsoft Basic Render Driver", 4, 16 * Gigabyte, true);

    private static readonly GpuAdapters Machine = new([Built, Card, Second, Basic], null);

    [Fact]
    public void Auto_takes_the_first_real_one_with_most_memory_of_its_own() =>
        Assert.Equal(new ComputeDevice(ComputeKind.DirectML, 1, "NVIDIA"), Machine.Choose(null));

    [Theory]
    [InlineData(0, "DirectML: Intel UHD")]
    [InlineData(2, "DirectML: AMD")]
    [InlineData(3, "CPU (because Microsoft Basic Render Driver is no graphics card)")]
    [InlineData(4, "CPU (because there is no graphics adapter 4; spcolor devices lists them)")]
    public void A_numbered_one_is_taken_where_it_can_be(int index, string device) => Assert.Equal(device, Machine.Choose(index).ToString());

    [Fact]
    public void Where_there_is_none_the_reason_is_told()
    {
        Assert.Equal("CPU (because there is no graphics card)", new GpuAdapters([Basic with { Index = 0 }], null).Choose(null).ToString());
        Assert.Equal("CPU (because it rains)", new GpuAdapters([], "it rains").Choose(0).ToString());
    }

    [Fact]
    public void A_line_tells_number_name_and_memory()
    {
        Assert.Equal("gpu:1  NVIDIA, 12.0 GB of its own", Card.ToString());
        Assert.Equal("gpu:3  Microsoft Basic Render Driver, no graphics card, never taken", Basic.ToString());
    }

    [Fact]
    public void This_machine_can_be_asked()
    {
        GpuAdapters adapters = GpuAdapters.List();

        Assert.Equal(adapters.All.Select(adapter => adapter.Index), Enumerable.Range(0, adapters.All.Count));
        if (!OperatingSystem.IsWindows())
            Assert.Equal("graphics adapters are only used on Windows", adapters.Fault);
    }
}
