namespace SPColor.Core.Models;

/// <summary>The feature network for either picture; both may name the same graph.</summary>
/// <param name="Target">How the grey picture's features are made (θ of the paper).</param>
/// <param name="Reference">How the colour picture's features are made (φ of the paper).</param>
/// <param name="CodeWeight">
/// Weight w of the soft class term: the match vector is [feature, √w·code]/√(1+w), so that the product of two is
/// (feature·feature + w·code·code)/(1+w). The code is enlarged bilinearly to the match grid and made unit length again. 0: feature alone.
/// </param>
public sealed record FeatureFacts(RoleFacts Target, RoleFacts Reference, float CodeWeight = 0);

/// <summary>One run of a feature graph.</summary>
/// <param name="Graph">The .onnx file.</param>
/// <param name="Input">What it is fed.</param>
/// <param name="Match">Its match features.</param>
/// <param name="Code">Its segmentation code, where the backbone is shared.</param>
public sealed record RoleFacts(string Graph, PictureInput Input, GridOutput Match, GridOutput? Code = null);

/// <summary>A segmentation network of its own.</summary>
/// <param name="Graph">The .onnx file.</param>
/// <param name="Input">What it is fed.</param>
/// <param name="Code">Its code.</param>
/// <param name="Reference">What it is fed of references where that differs from the target's <paramref name="Input"/>, in the same input.</param>
public sealed record SegmentationFacts(string Graph, PictureInput Input, GridOutput Code, PictureInput? Reference = null);

/// <summary>A picture as a network wants it: 1 × channels × height × width.</summary>
/// <param name="Name">Name of the graph's input.</param>
/// <param name="Convention">Which channels.</param>
/// <param name="Range">The convention's values are mapped to this range.</param>
/// <param name="Side">Fixed width and height in pixels (the picture is resized bilinearly), or null: the working size.</param>
public sealed record PictureInput(string Name, InputConvention Convention, ValueRange Range, int? Side = null);

/// <summary>The channels of a picture input. Later conventions are further words.</summary>
public enum InputConvention
{
    /// <summary>One channel: CIE L*, its 0…100 mapped to the input's range.</summary>
    Luminance,

    /// <summary>Three equal channels of CIE L*, its 0…100 mapped to the input's range.</summary>
    LuminanceRgb,

    /// <summary>Three equal channels: the sRGB value of the grey of this L*, its 0…1 mapped to the input's range.</summary>
    GreyRgb,

    /// <summary>Red, green and blue in sRGB, their 0…1 mapped to the input's range.</summary>
    Rgb,

    /// <summary>As <see cref="Rgb"/>, then less ImageNet's mean, divided by its deviation (spcolor.md §1.3, oddity A).</summary>
    RgbImagenet,
}

/// <summary>The two ends of a linear mapping.</summary>
/// <param name="Minimum">What the source's smallest value becomes.</param>
/// <param name="Maximum">What the source's largest value becomes; above <paramref name="Minimum"/>.</param>
public sealed record ValueRange(float Minimum, float Maximum);

/// <summary>A grid of vectors: 1 × channels × height/stride × width/stride.</summary>
/// <param name="Name">Name of the graph's output.</param>
/// <param name="Channels">Length of a vector.</param>
/// <param name="Stride">Input pixels per cell.</param>
public sealed record GridOutput(string Name, int Channels, int Stride);
