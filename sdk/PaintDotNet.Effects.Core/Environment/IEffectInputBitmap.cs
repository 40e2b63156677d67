using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectInputBitmap : IBitmapSource, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IColorContext? ColorContext { get; }

    IBitmapLock Lock(RectInt32 rect);
}

public interface IEffectInputBitmap<TPixel> : IEffectInputBitmap, IInternalImpl, IBitmapSource<TPixel>, IBitmapSource, IObjectRef, IIsDisposed, IDisposable
    where TPixel : unmanaged, INaturalPixelInfo
{
    new IBitmapLock<TPixel> Lock(RectInt32 rect);
}
