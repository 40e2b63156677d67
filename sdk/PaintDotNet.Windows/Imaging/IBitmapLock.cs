using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public unsafe interface IBitmapLock : IObjectRef, IIsDisposed, IDisposable
{
    void* Buffer { get; }

    uint BufferSize { get; }

    int BufferStride { get; }

    PixelFormat PixelFormat { get; }

    SizeInt32 Size { get; }
}

public unsafe interface IBitmapLock<TPixel> : IBitmapLock, IObjectRef, IIsDisposed, IDisposable where TPixel : unmanaged, INaturalPixelInfo
{
    new TPixel* Buffer { get; }
}
