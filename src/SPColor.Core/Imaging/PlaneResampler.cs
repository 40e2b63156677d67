namespace SPColor.Core.Imaging;

/// <summary>Brings row-major planes to another size.</summary>
public static class PlaneResampler
{
    /// <summary>Linear between cell centres (half-pixel), edges repeated: ONNX Resize, mode linear, half_pixel.</summary>
    /// <param name="source">source.Count numbers.</param>
    /// <param name="sourceSize">Size of the source.</param>
    /// <param name="target">target.Count numbers.</param>
    /// <param name="targetSize">Size of the target.</param>
    public static void Bilinear(ReadOnlySpan<float> source, GridSize sourceSize, Span<float> target, GridSize targetSize)
    {
        LinearTap[] columns = LinearTap.Axis(sourceSize.Width, targetSize.Width);
        LinearTap[] rows = LinearTap.Axis(sourceSize.Height, targetSize.Height);
        float[] blended = new float[sourceSize.Width];
        for (int y = 0; y < targetSize.Height; y++)
        {
            LinearTap row = rows[y];
            ReadOnlySpan<float> upper = source.Slice(row.First * sourceSize.Width, sourceSize.Width);
            ReadOnlySpan<float> lower = source.Slice(row.Second * sourceSize.Width, sourceSize.Width);
            for (int x = 0; x < blended.Length; x++)
                blended[x] = upper[x] + ((lower[x] - upper[x]) * row.Weight);
            Span<float> line = target.Slice(y * targetSize.Width, targetSize.Width);
            for (int x = 0; x < line.Length; x++)
            {
                LinearTap tap = columns[x];
                float left = blended[tap.First];
                line[x] = left + ((blended[tap.Second] - left) * tap.Weight);
            }
        }
    }

    /// <summary>The cell that holds the target's pixel centre.</summary>
    /// <param name="source">source.Count numbers.</param>
    /// <param name="sourceSize">Size of the source.</param>
    /// <param name="target">target.Count numbers.</param>
    /// <param name="targetSize">Size of the target.</param>
    public static void Nearest(ReadOnlySpan<float> source, GridSize sourceSize, Span<float> target, GridSize targetSize)
    {
        for (int y = 0; y < targetSize.Height; y++)
        {
            ReadOnlySpan<float> row = source.Slice(y * sourceSize.Height / targetSize.Height * sourceSize.Width, sourceSize.Width);
            Span<float> line = target.Slice(y * targetSize.Width, targetSize.Width);
            for (int x = 0; x < line.Length; x++)
                line[x] = row[x * sourceSize.Width / targetSize.Width];
        }
    }
}
