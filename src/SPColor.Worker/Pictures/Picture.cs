using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>A picture file in memory, upright.</summary>
/// <param name="Pixels">Rgba8 or Rgba16 with straight alpha; alpha is full where the file has none.</param>
/// <param name="HasAlpha">Whether the file holds alpha; a saved file holds it then too.</param>
/// <param name="Metadata">What an output keeps.</param>
internal sealed record Picture(PixelBuffer Pixels, bool HasAlpha, PictureMetadata Metadata)
{
    /// <summary>Lines the user should see, as "only the first of 3 frames is used".</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the file holds beside this picture, as "the other 2 of its 3 pages"; else null.</summary>
    public string? Unread { get; init; }

    /// <summary>The kind of the file that it was read from, else null.</summary>
    public PictureFormat? Source { get; init; }

    /// <summary>The quality of a JPEG file, 1…100, else null.</summary>
    public int? Quality { get; init; }
}
