namespace SPColor.Worker.Pictures;

/// <summary>Row filters of PNG (PNG 1.2 §6).</summary>
internal static class PngFilter
{
    /// <summary>Undoes the filter of one row.</summary>
    /// <param name="filter">0 none, 1 sub, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="row">The row, changed in place.</param>
    /// <param name="above">The unfiltered row above; zeros for the first.</param>
    /// <param name="pixelLength">Bytes of a pixel.</param>
    /// <returns>False where there is no such filter.</returns>
    public static bool Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixelLength)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (int i = pixelLength; i < row.Length; i++)
                    row[i] += row[i - pixelLength];
                break;
            case 2:
                for (int i = 0; i < row.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (int i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < pixelLength ? 0 : row[i - pixelLength]) + above[i]) / 2);
                break;
            case 4:
                for (int i = 0; i < row.Length; i++)
                    row[i] += i < pixelLength ? above[i] : Paeth(row[i - pixelLength], above[i], above[i - pixelLength]);
                break;
            default:
                return false;
        }
        return true;
    }

    private static byte Paeth(byte left, byte above, byte aboveLeft)
    {
        int estimate = left + above - aboveLeft;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toAboveLeft = Math.Abs(estimate - aboveLeft);
        return toLeft <= toAbove && toLeft <= toAboveLeft ? left : toAbove <= toAboveLeft ? above : aboveLeft;
    }
}
