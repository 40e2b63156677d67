using System.Runtime.CompilerServices;
using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Pixels in managed, pinned memory, row after row without gaps.</summary>
internal sealed unsafe class MemoryBitmap<TPixel>(SizeInt32 size) : RefTrackedObject, IBitmap<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    private readonly TPixel[] pixels = GC.AllocateArray<TPixel>(checked((int)size.Area), pinned: true);

    public SizeInt32 Size { get; } = size;

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public Vector2Double Resolution { get; set; } = new() { X = 96, Y = 96 };

    internal Span<TPixel> Pixels => pixels;

    internal RegionPtr<TPixel> Region =>
        new(this, (TPixel*)Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(pixels)), Size, Size.Width * sizeof(TPixel));

    public IBitmapLock<TPixel> Lock(RectInt32 rect, BitmapLockOptions lockOptions)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new MemoryBitmapLock<TPixel>(Region.Slice(rect));
    }

    IBitmapLock IBitmap.Lock(RectInt32 rect, BitmapLockOptions lockOptions) => Lock(rect, lockOptions);

    public void CopyPixels(void* pBuffer, int bufferStride, uint bufferSize, in RectInt32? srcRect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        RegionPtr<TPixel> source = srcRect is { } rect ? Region.Slice(rect) : Region;
        var target = new RegionPtr<TPixel>((TPixel*)pBuffer, source.Size, bufferStride);
        ArgumentOutOfRangeException.ThrowIfLessThan((long)bufferSize, target.BufferSize, nameof(bufferSize));
        source.CopyTo(target);
    }

    public IPalette? GetPalette() => null;

    public void SetPalette(IPalette palette) => throw new NotSupportedException("indexed pixels");
}
