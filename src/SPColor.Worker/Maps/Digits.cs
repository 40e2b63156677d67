using SPColor.Core.Imaging;

namespace SPColor.Worker.Maps;

/// <summary>Writes area ids into a map: 3×5 dots a digit, white on black, no font needed.</summary>
internal static class Digits
{
    private const int Columns = 3, Rows = 5;

    // One bit a dot, top row first, three bits a row.
    private static readonly int[] _dots =
    [
        0b111_101_101_101_111, 0b010_110_010_010_111, 0b111_001_111_100_111, 0b111_001_111_001_111, 0b101_101_111_001_001,
        0b111_100_111_001_111, 0b111_100_111_101_111, 0b111_001_010_010_010, 0b111_101_111_101_111, 0b111_101_111_001_111,
    ];

    /// <summary>Draws <paramref name="number"/> around a point, wholly inside the picture where it fits.</summary>
    /// <param name="picture">An Rgba8 picture.</param>
    /// <param name="number">≥ 0.</param>
    /// <param name="centerX">Pixel column.</param>
    /// <param name="centerY">Pixel row.</param>
    /// <param name="dot">Pixels a dot.</param>
    public static void Draw(PixelBuffer picture, int number, int centerX, int centerY, int dot)
    {
        string text = number.ToString();
        int columns = text.Length * (Columns + 1) + 1, rows = Rows + 2;
        int left = Math.Clamp(centerX - columns * dot / 2, 0, Math.Max(0, picture.Size.Width - columns * dot));
        int top = Math.Clamp(centerY - rows * dot / 2, 0, Math.Max(0, picture.Size.Height - rows * dot));
        for (int y = 0; y < Math.Min(rows * dot, picture.Size.Height - top); y++)
            for (int x = 0; x < Math.Min(columns * dot, picture.Size.Width - left); x++)
            {
                byte value = IsSet(text, x / dot - 1, y / dot - 1) ? byte.MaxValue : (byte)0;
                picture.Row(top + y).Slice((left + x) * 4, 3).Fill(value);
            }
    }

    private static bool IsSet(string text, int column, int row)
    {
        if (column < 0 || row is < 0 or >= Rows || column % (Columns + 1) == Columns || column / (Columns + 1) >= text.Length)
            return false;
        int bit = (Rows - 1 - row) * Columns + (Columns - 1 - column % (Columns + 1));
        return (_dots[text[column / (Columns + 1)] - '0'] >> bit & 1) != 0;
    }
}
