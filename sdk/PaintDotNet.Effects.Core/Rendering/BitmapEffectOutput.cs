using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>One tile; its buffer's origin is the tile's corner, and it dies with the OnRender call.</summary>
internal sealed class BitmapEffectOutput(RectInt32 bounds) : IBitmapEffectOutput, IDisposable
{
    internal MemoryBitmap<ColorBgra32> Buffer { get; } = new(bounds.Size);

    public RectInt32 Bounds { get; } = bounds;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public IBitmapLock Lock(in PixelFormat pixelFormat) => pixelFormat == PixelFormat
        ? Buffer.Lock(BitmapLockOptions.ReadWrite)
        : throw new ArgumentException("not the pixel format of OnInitializeRenderInfo", nameof(pixelFormat));

    public void Dispose() => Buffer.Dispose();
}
