namespace SPColor.Inference.Sessions;

/// <summary>The graphics adapters of this machine.</summary>
/// <param name="All">In DXGI's order; empty where there are none or none can be listed.</param>
/// <param name="Fault">Why none can be listed, in words that follow "because"; else null.</param>
public sealed record GpuAdapters(IReadOnlyList<GpuAdapter> All, string? Fault)
{
    /// <summary>Asks Windows; elsewhere the list is empty with the reason.</summary>
    public static GpuAdapters List() => OperatingSystem.IsWindows() ? Dxgi.List() : new GpuAdapters([], "graphics adapters are only used on Windows");

    /// <summary>The one that "auto" takes: of the real ones that with most memory of its own, and the first of equals; null: there is none.</summary>
    public GpuAdapter? Best() => All.Where(adapter => !adapter.IsSoftware).MaxBy(adapter => adapter.DedicatedBytes);

    /// <summary>The adapter asked for as a device to run on, or the processor with the reason.</summary>
    /// <param name="index">DXGI index; null: the best.</param>
    internal ComputeDevice Choose(int? index)
    {
        if (Fault is not null)
            return ComputeDevice.CpuBecause(Fault);
        GpuAdapter? adapter = index is null ? Best() : All.FirstOrDefault(one => one.Index == index);
        return adapter switch
        {
            null when index is null => ComputeDevice.CpuBecause("there is no graphics card"),
            null => ComputeDevice.CpuBecause($"there is no graphics adapter {index}; spcolor devices lists them"),
            { IsSoftware: true } => ComputeDevice.CpuBecause($"{adapter.Name} is no graphics card"),
            _ => new ComputeDevice(ComputeKind.DirectML, adapter.Index, adapter.Name),
        };
    }
}
