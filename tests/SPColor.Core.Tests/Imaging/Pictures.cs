using System.Runtime.InteropServices;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Tests.Imaging;

/// <summary>Makes and reads test pictures; colours are channel steps (0…255 or 0…65535), alpha included.</summary>
internal static class Pictures
{
    public static readonly PixelFormat[] Formats = [PixelFormat.Bgra8, PixelFormat.Rgba8, PixelFormat.Rgba16];

    public static int Top(PixelFormat format) => format == PixelFormat.Rgba16 ? 65535 : 255;

    public static PixelBuffer Paint(GridSize size, PixelFormat format, Func<int, int, (int R, int G, int B, int Alpha)> color)
    {
        PixelBuffer picture = new(size, format);
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
                Set(picture, x, y, color(x, y));
        }

        return picture;
    }

    public static PixelBuffer Random(GridSize size, PixelFormat format, int seed, bool grey = false, bool opaque = false)
    {
        Random random = new(seed);
        int Value() => random.Next(Top(format) + 1);
        return Paint(size, format, (_, _) =>
        {
            int g = Value();
            int alpha = opaque || random.Next(3) == 0 ? Top(format) : random.Next(3) == 0 ? 0 : Value();
            return grey ? (g, g, g, alpha) : (Value(), g, Value(), alpha);
        });
    }

    public static (int R, int G, int B, int Alpha) Get(PixelBuffer picture, int x, int y)
    {
        Span<byte> row = picture.Row(y);
        if (picture.Format == PixelFormat.Rgba16)
        {
            Span<ushort> wide = MemoryMarshal.Cast<byte, ushort>(row).Slice(4 * x, 4);
            return (wide[0], wide[1], wide[2], wide[3]);
        }

        Span<byte> p = row.Slice(4 * x, 4);
        return picture.Format == PixelFormat.Rgba8 ? (p[0], p[1], p[2], p[3]) : (p[2], p[1], p[0], p[3]);
    }

    public static (double L, double A, double B) Lab(PixelBuffer picture, int x, int y)
    {
        (int r, int g, int b, _) = Get(picture, x, y);
        double top = Top(picture.Format);
        return LabReference.FromSrgb(r / top, g / top, b / top);
    }

    /// <summary>Colours that are the same everywhere.</summary>
    public static ChromaPlanes Uniform(GridSize size, float a, float b) =>
        new(size, [.. Enumerable.Repeat(a, size.Count)], [.. Enumerable.Repeat(b, size.Count)]);

    /// <summary>Colours that differ wildly from pixel to pixel.</summary>
    public static ChromaPlanes Wild(GridSize size, int seed)
    {
        Random random = new(seed);
        float[] Plane() => [.. Enumerable.Range(0, size.Count).Select(_ => (random.NextSingle() * 256) - 128)];
        return new(size, Plane(), Plane());
    }

    private static void Set(PixelBuffer picture, int x, int y, (int R, int G, int B, int Alpha) color)
    {
        Span<byte> row = picture.Row(y);
        if (picture.Format == PixelFormat.Rgba16)
        {
            Span<ushort> wide = MemoryMarshal.Cast<byte, ushort>(row).Slice(4 * x, 4);
            (wide[0], wide[1], wide[2], wide[3]) = ((ushort)color.R, (ushort)color.G, (ushort)color.B, (ushort)color.Alpha);
            return;
        }

        Span<byte> p = row.Slice(4 * x, 4);
        bool rgba = picture.Format == PixelFormat.Rgba8;
        (p[0], p[1], p[2], p[3]) = ((byte)(rgba ? color.R : color.B), (byte)color.G, (byte)(rgba ? color.B : color.R), (byte)color.Alpha);
    }
}
