using System.Drawing.Imaging;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Documents;

/// <summary>Picture files through GDI+.</summary>
internal static class PictureFile
{
    public static SizeInt32 SizeOf(string path)
    {
        using var picture = new Bitmap(path);
        return picture.Size;
    }

    /// <summary>The picture in the upper left corner of an otherwise transparent sheet; what does not fit is cut off.</summary>
    public static MemoryBitmap<ColorBgra32> LoadOnCanvas(string path, SizeInt32 canvas)
    {
        using var picture = new Bitmap(path);
        var sheet = new MemoryBitmap<ColorBgra32>(canvas);
        RectInt32 common = RectInt32.Intersect(new RectInt32(Point2Int32.Zero, picture.Size), new RectInt32(Point2Int32.Zero, canvas));
        using var pixels = new LockedBits(picture, common, ImageLockMode.ReadOnly);
        pixels.Region.CopyTo(sheet.Region.Slice(common));
        return sheet;
    }

    public static Bitmap ToPicture(MemoryBitmap<ColorBgra32> bitmap)
    {
        var picture = new Bitmap(bitmap.Size.Width, bitmap.Size.Height, System.Drawing.Imaging.PixelFormat.Format32bppArgb);
        using var pixels = new LockedBits(picture, bitmap.Bounds(), ImageLockMode.WriteOnly);
        bitmap.Region.CopyTo(pixels.Region);
        return picture;
    }

    public static void Save(MemoryBitmap<ColorBgra32> bitmap, string path)
    {
        using Bitmap picture = ToPicture(bitmap);
        picture.Save(path, ImageFormat.Png);
    }

    private sealed unsafe class LockedBits(Bitmap picture, RectInt32 rect, ImageLockMode mode) : IDisposable
    {
        private readonly BitmapData data = picture.LockBits(rect, mode, System.Drawing.Imaging.PixelFormat.Format32bppArgb);

        public RegionPtr<ColorBgra32> Region => new((ColorBgra32*)data.Scan0, data.Width, data.Height, data.Stride);

        public void Dispose() => picture.UnlockBits(data);
    }
}
