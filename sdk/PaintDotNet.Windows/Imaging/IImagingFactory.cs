using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

public interface IImagingFactory : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat);

    IBitmapSource CreateBitmapScaler(IBitmapSource source, int dstWidth, int dstHeight, BitmapInterpolationMode mode);
}
