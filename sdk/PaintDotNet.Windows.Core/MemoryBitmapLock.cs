using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

internal sealed unsafe class MemoryBitmapLock<TPixel>(RegionPtr<TPixel> region) : RefTrackedObject, IBitmapLock<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    // A pointer that is used after Dispose is a bug in the plugin: Paint.NET gives the memory to the next tile.
    public TPixel* Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return region.Ptr;
        }
    }

    void* IBitmapLock.Buffer => Buffer;

    public uint BufferSize => (uint)region.BufferSize;

    public int BufferStride => region.Stride;

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public SizeInt32 Size => region.Size;
}
