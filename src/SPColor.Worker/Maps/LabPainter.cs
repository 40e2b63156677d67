using SPColor.Core.Imaging;

namespace SPColor.Worker.Maps;

/// <summary>Turns planes at working size into a picture large enough to look at.</summary>
internal static class LabPainter
{
    /// <summary>Screen pixels for each working-size pixel.</summary>
    public const int Zoom = 3;

    /// <summary>Paints an opaque picture, each pixel of <paramref name="size"/> as a square of <see cref="Zoom"/>.</summary>
    /// <param name="size">Size of the planes.</param>
    /// <param name="color">L*, a*, b* of a pixel by its index.</param>
    public static PixelBuffer Paint(GridSize size, Func<int, (float L, float A, float B)> color)
    {
        var picture = new PixelBuffer(new GridSize(size.Width * Zoom, size.Height * Zoom), PixelFormat.Rgba8);
        int width = picture.Size.Width;
        float[] l = new float[width], a = new float[width], b = new float[width];
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < width; x++)
                (l[x], a[x], b[x]) = color(y * size.Width + x / Zoom);
            Span<byte> row = picture.Row(y * Zoom);
            row.Fill(byte.MaxValue); // alpha; LabToRow leaves it
            SrgbLabConverter.LabToRow(l, a, b, picture.Format, row);
            for (int copy = 1; copy < Zoom; copy++)
                row.CopyTo(picture.Row(y * Zoom + copy));
        }
        return picture;
    }
}
