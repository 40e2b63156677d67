namespace SPColor.Worker.Pictures;

/// <summary>The quality that a JPEG file was saved with, on libjpeg's scale.</summary>
internal static class JpegQuality
{
    // Luminance table of T.81 annex K.1, in zigzag order; libjpeg scales it.
    private static ReadOnlySpan<byte> Luminance =>
    [
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
    ];

    /// <summary>The quality whose table lies nearest, 1…100; null where there is no table.</summary>
    /// <param name="table">The luminance quantisation table in zigzag order, or null.</param>
    public static int? Nearest(byte[]? table) =>
        table is null ? null : Enumerable.Range(1, 100).MinBy(quality => Distance(table, quality));

    private static int Distance(byte[] table, int quality)
    {
        int scale = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        int distance = 0;
        for (int i = 0; i < Luminance.Length; i++)
            distance += Math.Abs(table[i] - Math.Clamp(((Luminance[i] * scale) + 50) / 100, 1, byte.MaxValue));
        return distance;
    }
}
