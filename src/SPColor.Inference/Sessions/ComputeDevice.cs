using System.Globalization;
using SPColor.Core;

namespace SPColor.Inference.Sessions;

/// <summary>The device that networks run on, and why.</summary>
/// <param name="Kind">Processor or graphics adapter.</param>
/// <param name="AdapterIndex">DXGI index of the adapter; 0 for the processor.</param>
/// <param name="Description">What the user sees: "CPU", or the adapter's name.</param>
/// <param name="Reason">Why it is this one, in words that follow "because"; null where it is what was asked for.</param>
public sealed record ComputeDevice(ComputeKind Kind, int AdapterIndex, string Description, string? Reason = null)
{
#if DIRECTML
    private const bool HasDirectML = true;
#else
    private const bool HasDirectML = false;
#endif

    /// <summary>The processor, as asked for.</summary>
    public static ComputeDevice Cpu { get; } = new(ComputeKind.Cpu, 0, "CPU");

    /// <summary>The processor, because something else could not be had.</summary>
    /// <param name="reason">Follows "because".</param>
    public static ComputeDevice CpuBecause(string reason) => Cpu with { Reason = reason };

    /// <summary>
    /// Reads a device as the user writes it; where this build or machine has no DirectML, the answer is the processor with the reason.
    /// </summary>
    /// <param name="text">auto, cpu, gpu, or gpu:N with N the DXGI index of the adapter.</param>
    /// <exception cref="SPColorException">Any other text.</exception>
    public static ComputeDevice Parse(string text) => Parse(text, DirectMLFault(), GpuAdapters.List);

    /// <inheritdoc/>
    public override string ToString()
    {
        string device = Kind == ComputeKind.DirectML ? $"DirectML: {Description}" : Description;
        return Reason is null ? device : $"{device} (because {Reason})";
    }

    /// <summary>As <see cref="Parse(string)"/>, with what is known of DirectML and the machine given.</summary>
    /// <param name="text">auto, cpu, gpu or gpu:N.</param>
    /// <param name="directMLFault">Why DirectML cannot be used, or null.</param>
    /// <param name="adapters">Lists the machine's adapters; only asked where one is wanted.</param>
    internal static ComputeDevice Parse(string text, string? directMLFault, Func<GpuAdapters> adapters)
    {
        if (text == "cpu")
            return Cpu;
        int? adapter = text is "auto" or "gpu" ? null : AdapterNumber(text);
        return directMLFault is null ? adapters().Choose(adapter) : CpuBecause(directMLFault);
    }

    private static int AdapterNumber(string text) =>
        text.StartsWith("gpu:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new SPColorException($"\"{text}\" is no device: use auto, cpu, gpu or gpu:N");

    private static string? DirectMLFault() => HasDirectML ? DirectMLFiles.Fault(AppContext.BaseDirectory) : "this build has no DirectML";
}
