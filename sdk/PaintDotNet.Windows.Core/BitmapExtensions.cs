namespace PaintDotNet.Imaging;

public static class BitmapExtensions
{
    public static IBitmapLock Lock(this IBitmap bitmap, BitmapLockOptions lockOptions) => bitmap.Lock(bitmap.Bounds(), lockOptions);

    public static IBitmapLock<TPixel> Lock<TPixel>(this IBitmap<TPixel> bitmap, BitmapLockOptions lockOptions)
        where TPixel : unmanaged, INaturalPixelInfo => bitmap.Lock(bitmap.Bounds(), lockOptions);
}
