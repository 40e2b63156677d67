using System.Drawing;
using System.Drawing.Imaging;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SPColor.Core.Imaging;
using GdiFormat = System.Drawing.Imaging.PixelFormat;
using PixelFormat = SPColor.Core.Imaging.PixelFormat;

namespace SPColor.PdnEffect.Dialog;

/// <summary>Small pictures as GDI+ wants them, each made once.</summary>
internal static class PixelImages
{
    private static readonly ConditionalWeakTable<PixelBuffer, Bitmap> s_known = [];

    /// <summary>The picture; it lives as long as its pixels.</summary>
    public static Bitmap Of(PixelBuffer pixels) => s_known.GetValue(pixels, Make);

    /// <summary>A copy of the pixels.</summary>
    public static Bitmap Make(PixelBuffer pixels)
    {
        Bitmap picture = new(pixels.Size.Width, pixels.Size.Height, GdiFormat.Format32bppArgb);
        BitmapData rows = picture.LockBits(new Rectangle(Point.Empty, picture.Size), ImageLockMode.WriteOnly, GdiFormat.Format32bppArgb);
        byte[] row = new byte[pixels.Stride];
        for (int y = 0; y < picture.Height; y++)
        {
            pixels.ReadRow(y, row);
            if (pixels.Format == PixelFormat.Rgba8)
                SwapRedAndBlue(row);
            Marshal.Copy(row, 0, rows.Scan0 + ((nint)y * rows.Stride), row.Length);
        }

        picture.UnlockBits(rows);
        return picture;
    }

    /// <summary>The largest rectangle with a picture's proportions, in the middle of another.</summary>
    public static Rectangle Fit(Size picture, Rectangle place)
    {
        float scale = Math.Min((float)place.Width / picture.Width, (float)place.Height / picture.Height);
        Size size = new(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        return new Rectangle(place.X + ((place.Width - size.Width) / 2), place.Y + ((place.Height - size.Height) / 2), size.Width, size.Height);
    }

    /// <summary>RGBA to BGRA and back, in place.</summary>
    public static void SwapRedAndBlue(Span<byte> row)
    {
        for (int i = 0; i < row.Length; i += 4)
            (row[i], row[i + 2]) = (row[i + 2], row[i]);
    }
}
