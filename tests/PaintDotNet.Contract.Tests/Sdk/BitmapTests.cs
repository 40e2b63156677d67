using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Contract.Tests.Sdk;

public sealed class BitmapTests
{
    private static readonly ColorBgra32 Red = ColorBgra32.FromBgra(0, 0, 255, 255);
    private readonly IBitmap<ColorBgra32> bitmap = ImagingFactory.CreateRef().CreateBitmap<ColorBgra32>(6, 4);

    [Fact]
    public void What_is_written_under_a_lock_is_read_by_CopyPixels_at_its_place()
    {
        using (IBitmapLock<ColorBgra32> target = bitmap.Lock(new RectInt32(2, 1, 2, 2), BitmapLockOptions.Write)) target.AsRegionPtr().Fill(Red);
        using IBitmap<ColorBgra32> copy = bitmap.ToBitmap(new RectInt32(1, 1, 2, 1));
        using IBitmapLock<ColorBgra32> pixels = copy.Lock(BitmapLockOptions.Read);
        Assert.Equal([0u, Red.Bgra], [pixels.AsRegionPtr()[0, 0].Bgra, pixels.AsRegionPtr()[1, 0].Bgra]);
    }

    [Fact]
    public unsafe void A_lock_is_dead_after_its_disposal()
    {
        IBitmapLock<ColorBgra32> target = bitmap.Lock(BitmapLockOptions.Read);
        target.Dispose();
        Assert.Throws<ObjectDisposedException>(() => (nint)target.Buffer);
    }

    [Fact]
    public unsafe void A_buffer_that_is_too_small_is_refused_before_it_is_touched() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => bitmap.CopyPixels(null, 6 * sizeof(uint), sizeof(uint), null));

    [Fact]
    public void A_lock_outside_the_bitmap_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => bitmap.Lock(new RectInt32(5, 0, 2, 1), BitmapLockOptions.Read));

    [Fact]
    public void It_lives_until_the_last_reference_is_disposed_of()
    {
        IBitmap<ColorBgra32> second = bitmap.CreateRef<IBitmap<ColorBgra32>>();
        bitmap.Dispose();
        Assert.False(second.IsDisposed);
        second.Dispose();
        Assert.True(bitmap.IsDisposed);
    }

    [Fact]
    public void A_thumbnail_weighs_colours_by_their_alpha()
    {
        using (IBitmapLock<ColorBgra32> target = bitmap.Lock(new RectInt32(0, 0, 1, 4), BitmapLockOptions.Write)) target.AsRegionPtr().Fill(Red);
        using IBitmapSource<ColorBgra32> small = bitmap.CreateScaler(new SizeInt32(3, 2), BitmapInterpolationMode.Fant);
        using IBitmap<ColorBgra32> pixels = small.ToBitmap();
        using IBitmapLock<ColorBgra32> region = pixels.Lock(BitmapLockOptions.Read);
        Assert.Equal(ColorBgra32.FromBgra(0, 0, 255, 128), region.AsRegionPtr()[0, 0]);
        Assert.Equal(default, region.AsRegionPtr()[1, 1]);
    }

    [Fact]
    public void Another_pixel_format_is_refused() =>
        Assert.Throws<NotSupportedException>(() => ImagingFactory.CreateRef().CreateBitmap(1, 1, PixelFormats.Rgba128Float));
}
