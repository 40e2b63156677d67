using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Documents;

internal static class HostInputBitmap
{
    public static IEffectInputBitmap Create(MemoryBitmap<ColorBgra32> bitmap, in PixelFormat pixelFormat) => pixelFormat == PixelFormats.Bgra32
        ? new HostInputBitmap<ColorBgra32>(bitmap)
        : throw new NotSupportedException($"the host has no pixels of format {pixelFormat.Guid}; use Bgra32");
}

/// <summary>A plugin's view of pixels that the document owns: it can be disposed of without them.</summary>
internal sealed unsafe class HostInputBitmap<TPixel>(MemoryBitmap<TPixel> bitmap) : RefTrackedObject, IEffectInputBitmap<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    public IColorContext? ColorContext => new HostColorContext();

    public PixelFormat PixelFormat => bitmap.PixelFormat;

    public Vector2Double Resolution => bitmap.Resolution;

    public SizeInt32 Size => bitmap.Size;

    public IPalette? GetPalette() => null;

    public void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        bitmap.CopyPixels(pBuffer, bufferStride, bufferSize, srcRect);
    }

    public IBitmapLock<TPixel> Lock(RectInt32 rect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return bitmap.Lock(rect, BitmapLockOptions.Read);
    }

    IBitmapLock IEffectInputBitmap.Lock(RectInt32 rect) => Lock(rect);
}
