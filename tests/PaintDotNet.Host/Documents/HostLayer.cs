using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace PaintDotNet.Host.Documents;

/// <summary>One canvas-sized layer.</summary>
internal sealed class HostLayer(string name, MemoryBitmap<ColorBgra32> bitmap) : RefTrackedObject, IBitmapEffectLayerInfo
{
    public LayerBlendMode BlendMode => LayerBlendMode.Normal;

    public string Name => name;

    public float Opacity { get; set; } = 1;

    public bool Visible { get; set; } = true;

    public MemoryBitmap<ColorBgra32> Bitmap => bitmap;

    // As in Paint.NET, the pixels do not depend on Visible and Opacity.
    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat) => HostInputBitmap.Create(bitmap, pixelFormat);
}
