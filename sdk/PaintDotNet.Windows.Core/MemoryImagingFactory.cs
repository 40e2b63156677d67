using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

internal sealed class MemoryImagingFactory : RefTrackedObject, IImagingFactory
{
    public IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat)
    {
        var size = new SizeInt32(width, height);
        if (pixelFormat == PixelFormats.Bgra32) return new MemoryBitmap<ColorBgra32>(size);
        if (pixelFormat == PixelFormats.Alpha8) return new MemoryBitmap<ColorAlpha8>(size);
        throw new NotSupportedException($"pixel format {pixelFormat.Guid}");
    }

    public IBitmapSource CreateBitmapScaler(IBitmapSource source, int dstWidth, int dstHeight, BitmapInterpolationMode mode) =>
        ((IBitmapSource<ColorBgra32>)source).CreateScaler(new SizeInt32(dstWidth, dstHeight), mode);
}
