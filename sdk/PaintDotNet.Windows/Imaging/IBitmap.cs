using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public interface IBitmap : IBitmapSource, IObjectRef, IIsDisposed, IDisposable
{
    IBitmapLock Lock(RectInt32 rect, BitmapLockOptions lockOptions);

    new Vector2Double Resolution { get; set; }

    void SetPalette(IPalette palette);
}

public interface IBitmap<TPixel> : IBitmap, IBitmapSource<TPixel>, IBitmapSource, IObjectRef, IIsDisposed, IDisposable
    where TPixel : unmanaged, INaturalPixelInfo
{
    new IBitmapLock<TPixel> Lock(RectInt32 rect, BitmapLockOptions lockOptions);
}
