using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public unsafe interface IBitmapSource : IObjectRef, IIsDisposed, IDisposable
{
    void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect);

    IPalette? GetPalette();

    PixelFormat PixelFormat { get; }

    Vector2Double Resolution { get; }

    SizeInt32 Size { get; }
}

public interface IBitmapSource<TPixel> : IBitmapSource, IObjectRef, IIsDisposed, IDisposable where TPixel : unmanaged, INaturalPixelInfo
{
}
