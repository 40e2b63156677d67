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
    public static ComputeDevice Parse(string text) => Parse(text, DirectMLFault());

    /// <inheritdoc/>
    public override string ToString() => Reason is null ? Description : $"{Description} (because {Reason})";

    /// <summary>As <see cref="Parse(string)"/>, with what is known of DirectML given.</summary>
    /// <param name="text">auto, cpu, gpu or gpu:N.</param>
    /// <param name="directMLFault">Why DirectML cannot be used, or null.</param>
    internal static ComputeDevice Parse(string text, string? directMLFault)
    {
        if (text == "cpu")
            return Cpu;
        int adapter = 0;
        bool known = text is "auto" or "gpu"
            || (text.StartsWith("gpu:", StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out adapter));
        if (!known)
            throw new SPColorException($"\"{text}\" is no device: use auto, cpu, gpu or gpu:N");
        return directMLFault is null
            ? new ComputeDevice(ComputeKind.DirectML, adapter, $"GPU {adapter}")
            : CpuBecause(directMLFault);
    }

    private static string? DirectMLFault() => HasDirectML ? DirectMLFiles.Fault(AppContext.BaseDirectory) : "this build has no DirectML";
}
