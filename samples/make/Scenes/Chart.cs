using SPColor.MakeSamples.Render;

namespace SPColor.MakeSamples.Scenes;

/// <summary>A grey test chart for the full-size merge: steps, ramps, edges of several slopes and widths, a zone plate.</summary>
internal static class Chart
{
    public const int Width = 768;
    public const int Height = 512;
    private const int Cell = 256;

    /// <summary>Grey in 0…1, row by row: six cells of 256 × 256.</summary>
    public static float[] Draw()
    {
        float[] grey = new float[Width * Height];
        for (int i = 0; i < grey.Length; i++)
        {
            int x = i % Width, y = i / Width;
            grey[i] = At(x / Cell + 3 * (y / Cell), x % Cell, y % Cell);
        }
        return grey;
    }

    private static float At(int cell, int x, int y) => cell switch
    {
        // Sixteen steps above a full ramp, every grey once; then a shallow ramp in which single steps are seen.
        0 => y < 128 ? x / 16 / 15f : y < 192 ? x / 255f : 0.5f + x / 255f * 0.0627f,
        1 => ZonePlate(x, y),
        // A disc on a tilted square: edges of every slope.
        2 => new Vector2(x - 128, y - 128).Length() < 60 ? 0.8f : MathF.Abs((x - 128) * 0.966f + (y - 128) * 0.259f) < 96 && MathF.Abs((y - 128) * 0.966f - (x - 128) * 0.259f) < 96 ? 0.45f : 0.15f,
        // Lines of one to eight pixels.
        3 => y < 128 ? Lines(x) : Lines(y * 2),
        // The same edge, sharp to soft from top to bottom.
        4 => 0.2f + 0.6f * Blend.Step(-0.5f - y * 0.2f, 0.5f + y * 0.2f, x - 128),
        // Weak edges: squares that differ from their ground by one to sixteen greys.
        _ => (128 + (x % 64 is > 15 and < 48 && y % 64 is > 15 and < 48 ? 1 + x / 64 + 4 * (y / 64) : 0)) / 255f,
    };

    private static float ZonePlate(int x, int y)
    {
        float dx = x - 127.5f, dy = y - 127.5f;
        return 0.5f + 0.5f * MathF.Cos(MathF.PI / 256 * (dx * dx + dy * dy));
    }

    private static float Lines(int x)
    {
        int width = 1 + x / 32;
        return x % 32 < 16 && x % 32 % (2 * width) < width ? 0.9f : 0.25f;
    }
}
