namespace SPColor.Core.Models;

/// <summary>The colour network: working-size planes in, a* and b* out (1 × 2 × height × width, CIELAB units).</summary>
/// <param name="Graph">The .onnx file.</param>
/// <param name="Inputs">Its inputs; each is one or more planes.</param>
/// <param name="Luminance">L* 0…100 is mapped to this range wherever an input asks for luminance.</param>
/// <param name="Upsampling">How the warped planes reach working size.</param>
/// <param name="Output">Name of the graph's output.</param>
/// <param name="ChoiceReach">How far the user's choice for an area reaches beyond it, in pixels at working size (S = 256); null: wherever the network carries it.</param>
public sealed record ColorFacts(
    string Graph,
    IReadOnlyList<ColorInput> Inputs,
    ValueRange Luminance,
    WarpUpsampling Upsampling,
    string Output,
    float? ChoiceReach = null);

/// <summary>One input of the colour network: 1 × planes × height × width.</summary>
/// <param name="Name">Name of the graph's input.</param>
/// <param name="Planes">What its channels are, in order.</param>
public sealed record ColorInput(string Name, IReadOnlyList<ColorPlane> Planes);

/// <summary>One channel that the colour network is fed.</summary>
public enum ColorPlane
{
    /// <summary>The target's L*, in the manifest's range.</summary>
    Luminance,

    /// <summary>Warped a*, CIELAB units.</summary>
    WarpedA,

    /// <summary>Warped b*, CIELAB units.</summary>
    WarpedB,

    /// <summary>The similarity map S.</summary>
    Similarity,
}

/// <summary>How planes on the correspondence grid reach working size.</summary>
public enum WarpUpsampling
{
    /// <summary>Each cell becomes a block, as published (spcolor.md §1.8).</summary>
    Nearest,

    /// <summary>Linear between cell centres (half-pixel), edges repeated.</summary>
    Bilinear,
}
