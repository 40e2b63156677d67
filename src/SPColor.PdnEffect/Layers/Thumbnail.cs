using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.PdnEffect.Layers;

/// <summary>Small pictures for lists: area averages, straight alpha, RGBA, never larger than the original.</summary>
internal static class Thumbnail
{
    private const float OthersLightness = 0.35f;

    /// <summary>A picture whose longer side is at most <paramref name="side"/>. Slow for large layers: not for the UI thread.</summary>
    public static PixelBuffer Of(IPixelSource picture, int side, CancellationToken cancellationToken)
    {
        double scale = Math.Min(1, (double)side / Math.Max(picture.Size.Width, picture.Size.Height));
        GridSize size = new(Scaled(picture.Size.Width), Scaled(picture.Size.Height));
        return Paint(WorkingImageReader.Read(picture, size, null, cancellationToken));

        int Scaled(int length) => Math.Max(1, (int)Math.Round(length * scale));
    }

    /// <summary>An area cut from its picture; other areas inside its rectangle are dark and without colour.</summary>
    /// <param name="picture">At working size.</param>
    /// <param name="map">Its areas.</param>
    /// <param name="classIds">The areas to show.</param>
    /// <param name="bounds">Rectangle around them, in cells.</param>
    /// <param name="side">Longest side of the result.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static PixelBuffer OfAreas(
        LabImage picture, ClassMap map, IReadOnlyList<int> classIds, CellBounds bounds, int side, CancellationToken cancellationToken)
    {
        int stride = picture.Size.Width / map.Size.Width;
        PixelRect part = new(bounds.Left * stride, bounds.Top * stride, bounds.Width * stride, bounds.Height * stride);
        AreaPlane areas = map.Finest();
        LabImage cut = new(part.Size);
        for (int i = 0; i < part.Size.Count; i++)
        {
            int pixel = ((part.Y + (i / part.Width)) * picture.Size.Width) + part.X + (i % part.Width);
            bool own = classIds.Contains(areas.At(pixel, picture.Size));
            cut.L[i] = picture.L[pixel] * (own ? 1 : OthersLightness);
            cut.A[i] = own ? picture.A[pixel] : 0;
            cut.B[i] = own ? picture.B[pixel] : 0;
            cut.Coverage[i] = picture.Coverage[pixel];
        }

        return Of(Paint(cut), side, cancellationToken);
    }

    /// <summary>A picture at working size as RGBA.</summary>
    public static PixelBuffer Paint(LabImage image)
    {
        PixelBuffer picture = new(image.Size, PixelFormat.Rgba8);
        int width = image.Size.Width;
        for (int y = 0; y < image.Size.Height; y++)
        {
            Span<byte> row = picture.Row(y);
            Range pixels = (y * width)..((y + 1) * width);
            SrgbLabConverter.LabToRow(image.L.AsSpan(pixels), image.A.AsSpan(pixels), image.B.AsSpan(pixels), PixelFormat.Rgba8, row);
            for (int x = 0; x < width; x++)
                row[(4 * x) + 3] = (byte)MathF.Round(255 * image.Coverage[(y * width) + x]);
        }

        return picture;
    }
}
