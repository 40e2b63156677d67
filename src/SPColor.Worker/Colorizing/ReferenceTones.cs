using SPColor.Core.Imaging;

namespace SPColor.Worker.Colorizing;

/// <summary>References that pass for coloured but have no colours to give: noise on a grey scan, or the paper's own tone.</summary>
internal static class ReferenceTones
{
    private const int Cell = 16;

    // CIELAB units: spread of the cells' mean chroma (grey on coloured paper 2.6, noise 0.4; of 500 photos 1 in 80 has less than 3).
    private const double LeastSpread = 3, LeastTone = 4;

    /// <summary>What to say about a reference, or null.</summary>
    /// <param name="image">The reference at working size.</param>
    public static string? Note(LabImage image)
    {
        (double a, double b, double squares, int cells) = (0, 0, 0, 0);
        for (int y = 0; y + Cell <= image.Size.Height; y += Cell)
        {
            for (int x = 0; x + Cell <= image.Size.Width; x += Cell)
            {
                (double meanA, double meanB) = (Mean(image.A, image.Size.Width, x, y), Mean(image.B, image.Size.Width, x, y));
                (a, b, squares, cells) = (a + meanA, b + meanB, squares + (meanA * meanA) + (meanB * meanB), cells + 1);
            }
        }
        if (cells == 0)
            return null;
        double tone = Math.Sqrt((a * a) + (b * b)) / cells;
        double spread = Math.Sqrt(Math.Max(0, (squares / cells) - (tone * tone)));
        return spread >= LeastSpread ? null
            : tone >= LeastTone ? "it has one colour only, perhaps its paper's: the result will have no other"
            : "it has next to no colour: the result will be nearly grey";
    }

    private static double Mean(float[] plane, int width, int left, int top)
    {
        double sum = 0;
        for (int y = top; y < top + Cell; y++)
        {
            foreach (float value in plane.AsSpan((y * width) + left, Cell))
                sum += value;
        }
        return sum / (Cell * Cell);
    }
}
