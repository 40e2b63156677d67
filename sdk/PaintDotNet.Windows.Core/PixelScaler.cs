using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Stands in for WIC's scaler: nearest, or the mean of the source pixels that fall into a target pixel. Good enough for thumbnails.</summary>
internal static class PixelScaler
{
    public static IBitmapSource<TPixel> Scale<TPixel>(IBitmap<TPixel> source, SizeInt32 size, BitmapInterpolationMode mode)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        var scaled = new MemoryBitmap<TPixel>(size);
        using IBitmapLock<TPixel> sourceLock = source.Lock(BitmapLockOptions.Read);
        RegionPtr<TPixel> from = sourceLock.AsRegionPtr(), to = scaled.Region;
        for (int y = 0; y < size.Height; y++)
        {
            (int top, int bottom) = Span(y, size.Height, from.Height);
            for (int x = 0; x < size.Width; x++)
            {
                (int left, int right) = Span(x, size.Width, from.Width);
                to[x, y] = mode == BitmapInterpolationMode.NearestNeighbor || typeof(TPixel) != typeof(ColorBgra32)
                    ? from[(left + right - 1) / 2, (top + bottom - 1) / 2]
                    : (TPixel)(object)Mean(from.Cast<ColorBgra32>(), left, top, right, bottom);
            }
        }
        return scaled;
    }

    private static (int First, int End) Span(int i, int targets, int sources)
    {
        int first = (int)((long)i * sources / targets);
        return (first, Math.Max(first + 1, (int)((i + 1L) * sources / targets)));
    }

    private static ColorBgra32 Mean(RegionPtr<ColorBgra32> from, int left, int top, int right, int bottom)
    {
        long b = 0, g = 0, r = 0, a = 0, count = (long)(right - left) * (bottom - top);
        for (int y = top; y < bottom; y++)
        {
            foreach (ColorBgra32 pixel in from.Rows[y].Span[left..right])
            {
                b += pixel.B * pixel.A;
                g += pixel.G * pixel.A;
                r += pixel.R * pixel.A;
                a += pixel.A;
            }
        }
        if (a == 0) return default;
        return new ColorBgra32(Rounded(b, a), Rounded(g, a), Rounded(r, a), Rounded(a, count));
    }

    private static byte Rounded(long sum, long weight) => (byte)((sum + weight / 2) / weight);
}
