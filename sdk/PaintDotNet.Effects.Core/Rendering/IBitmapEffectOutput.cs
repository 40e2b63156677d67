using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IBitmapEffectOutput : IInternalImpl
{
    RectInt32 Bounds { get; }

    IBitmapLock Lock(in PixelFormat pixelFormat);

    PixelFormat PixelFormat { get; }
}

public static class BitmapEffectOutputExtensions
{
    public static IBitmapLock<TPixel> Lock<TPixel>(this IBitmapEffectOutput output) where TPixel : unmanaged, INaturalPixelInfo =>
        (IBitmapLock<TPixel>)output.Lock(default(TPixel).PixelFormat);

    public static IBitmapLock<ColorBgra32> LockBgra32(this IBitmapEffectOutput output) => output.Lock<ColorBgra32>();
}
