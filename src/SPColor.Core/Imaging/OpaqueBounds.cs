namespace SPColor.Core.Imaging;

/// <summary>
/// Finds the part of a layer that holds anything: a pasted reference is a small picture in a canvas-sized transparent sheet.
/// </summary>
public static class OpaqueBounds
{
    /// <summary>The smallest rectangle around all pixels with alpha above 0; null where there are none.</summary>
    /// <param name="source">Read row by row, each row once.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public static PixelRect? Find(IPixelSource source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        (int width, int height) = source.Size;
        byte[] row = new byte[width * source.Format.BytesPerPixel()];
        int left = width, right = -1, top = -1, bottom = -1;
        for (int y = 0; y < height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            source.ReadRow(y, row);
            int first = 0;
            while (first < width && !RowCodec.IsVisible(row, source.Format, first))
                first++;
            if (first == width)
                continue;

            // Only what may widen the rectangle is looked at.
            int last = width - 1;
            while (last > right && !RowCodec.IsVisible(row, source.Format, last))
                last--;
            left = Math.Min(left, first);
            right = Math.Max(right, last);
            top = top < 0 ? y : top;
            bottom = y;
        }

        return bottom < 0 ? null : new PixelRect(left, top, right - left + 1, bottom - top + 1);
    }
}
