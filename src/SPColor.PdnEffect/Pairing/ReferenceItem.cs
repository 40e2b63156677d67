using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Pairing;

/// <summary>One entry of the reference dropdown; its thumbnail comes later.</summary>
/// <param name="reference">What it stands for.</param>
internal sealed class ReferenceItem(IReference reference) : ObservableObject
{
    private PixelBuffer? _thumbnail;

    /// <summary>What it stands for.</summary>
    public IReference Reference => reference;

    /// <summary>What the list calls it.</summary>
    public string Label => reference.Label;

    /// <summary>RGBA; null while it is being made, or where the reference has nothing to show.</summary>
    public PixelBuffer? Thumbnail
    {
        get => _thumbnail;
        set => Set(ref _thumbnail, value);
    }
}
