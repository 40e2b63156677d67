namespace SPColor.Core.Imaging.Borders;

/// <summary>
/// Reads a small copy of a picture in which to look for borders: the L* of its luma alone, and of a large picture only two rows for
/// each row of the copy. A border is even and long, so that more would show nothing else, and step 1 would cost twice as much.
/// </summary>
internal static class LightnessReader
{
    private const int RowsPerRow = 2;

    // Rec. 709 weights of red, green and blue in 256ths.
    private const int Red = 54, Green = 183, Blue = 19;

    /// <summary>Reads L*; coverage is 0 where a pixel that was looked at is transparent.</summary>
    /// <param name="source">The picture; rows are read from several threads.</param>
    /// <param name="size">Of the copy; not larger than the picture.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public static LabImage Read(IPixelSource source, GridSize size, CancellationToken cancellationToken)
    {
        LabImage image = new(size);
        float[] lightness = Lightness(source.Space);
        AxisWeights across = new(source.Size.Width, size.Width);
        int bytes = source.Size.Width * source.Format.BytesPerPixel();
        RowBands.Run(size.Height, -1, () => new byte[bytes], ReadRow, null, cancellationToken);
        return image;

        void ReadRow(byte[] row, int y)
        {
            int first = Row(0), last = Row(RowsPerRow - 1), rows = first == last ? 1 : RowsPerRow;
            for (int i = 0; i < rows; i++)
            {
                source.ReadRow(Row(i), row);
                for (int x = 0; x < size.Width; x++)
                    Add(row, (y * size.Width) + x, x, rows);
            }

            int Row(int i) => (int)((((((long)y * RowsPerRow) + i) * 2) + 1) * source.Size.Height / (2L * RowsPerRow * size.Height));
        }

        void Add(byte[] row, int pixel, int x, int rows)
        {
            ReadOnlySpan<float> weights = across.Of(x);
            float l = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                l += weights[i] * lightness[Luma(row, source.Format, across.First(x) + i)];
                if (!RowCodec.IsVisible(row, source.Format, across.First(x) + i))
                    image.Coverage[pixel] = 0;
            }

            image.L[pixel] += l / rows;
        }
    }

    private static int Luma(byte[] row, PixelFormat format, int x)
    {
        // Of 16-bit channels the upper byte, which machines of today store last.
        (int start, int step) = format == PixelFormat.Rgba16 ? ((8 * x) + 1, 2) : (4 * x, 1);
        int first = row[start], green = row[start + step], third = row[start + (2 * step)];
        int luma = format == PixelFormat.Bgra8
            ? (Blue * first) + (Green * green) + (Red * third)
            : (Red * first) + (Green * green) + (Blue * third);
        return luma >> 8;
    }

    private static float[] Lightness(RgbSpace space)
    {
        byte[] greys = new byte[4 * 256];
        for (int i = 0; i < greys.Length; i++)
            greys[i] = (byte)(i / 4);
        float[] lightness = new float[256];
        SpaceConverter.RowToLightness(space, greys, PixelFormat.Rgba8, lightness);
        return lightness;
    }
}
