using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

public static unsafe class BitmapSourceExtensions
{
    public static RectInt32 Bounds(this IBitmapSource source) => new(Point2Int32.Zero, source.Size);

    public static void CopyPixels(this IBitmapSource source, IBitmapLock dst) => source.CopyPixels(dst, Point2Int32.Zero);

    public static void CopyPixels(this IBitmapSource source, IBitmapLock dst, Point2Int32 srcOffset) =>
        source.CopyPixels(dst.Buffer, dst.BufferStride, dst.BufferSize, new RectInt32(srcOffset, dst.Size));

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst)
        where TPixel : unmanaged, INaturalPixelInfo => source.CopyPixels(dst, Point2Int32.Zero);

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst, Point2Int32 srcOffset)
        where TPixel : unmanaged, INaturalPixelInfo =>
        source.CopyPixels(dst.Ptr, dst.Stride, checked((uint)dst.BufferSize), new RectInt32(srcOffset, dst.Size));

    public static IBitmapSource<TPixel> CreateClipper<TPixel>(this IBitmapSource<TPixel> source, RectInt32 rect)
        where TPixel : unmanaged, INaturalPixelInfo => source.ToBitmap(rect);

    public static IBitmapSource<TPixel> CreateScaler<TPixel>(this IBitmapSource<TPixel> source, SizeInt32 dstSize, BitmapInterpolationMode interpolationMode)
        where TPixel : unmanaged, INaturalPixelInfo => PixelScaler.Scale(source.ToBitmap(), dstSize, interpolationMode);

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source)
        where TPixel : unmanaged, INaturalPixelInfo => source.ToBitmap(source.Bounds());

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source, RectInt32 rect)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        var copy = new MemoryBitmap<TPixel>(rect.Size);
        source.CopyPixels(copy.Region, rect.Location);
        return copy;
    }
}
