using System.Globalization;

namespace SPColor.Inference.Sessions;

/// <summary>A graphics adapter as Windows lists it.</summary>
/// <param name="Index">Its place in DXGI's list; the N of gpu:N, and DirectML's device number.</param>
/// <param name="Name">What its driver calls it.</param>
/// <param name="Luid">What tells it from all others until Windows restarts.</param>
/// <param name="DedicatedBytes">Memory of its own.</param>
/// <param name="IsSoftware">It only pretends: Windows' own renderer on the processor.</param>
public sealed record GpuAdapter(int Index, string Name, long Luid, long DedicatedBytes, bool IsSoftware)
{
    /// <summary>One line for the user.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"gpu:{Index}  {Name}, {(IsSoftware ? "no graphics card, never taken" : $"{DedicatedBytes / (double)(1 << 30):0.0} GB of its own")}");
}
