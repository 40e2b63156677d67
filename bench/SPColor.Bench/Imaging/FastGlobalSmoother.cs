using SPColor.Core.Imaging;

namespace SPColor.Bench.Imaging;

/// <summary>
/// The peer that the published video colouriser uses at full size (spcolor.md §1.10): the fast global smoother of Min et al. 2014,
/// alternating weighted least squares along rows and columns. It needs full-size planes and cannot stream.
/// </summary>
internal static class FastGlobalSmoother
{
    private const int Iterations = 3;

    /// <summary>Smooths a plane in place, except across edges of the guide.</summary>
    /// <param name="plane">Row-major values.</param>
    /// <param name="guide">L* 0…100 at the same size.</param>
    /// <param name="size">Size of both.</param>
    /// <param name="lambda">Strength; OpenCV's users take 500.</param>
    /// <param name="sigma">Edge threshold in steps of 255; they take 4.</param>
    public static void Smooth(float[] plane, float[] guide, GridSize size, double lambda, double sigma)
    {
        (int width, int height) = size;
        for (int t = 1; t <= Iterations; t++)
        {
            double strength = 1.5 * Math.Pow(4, Iterations - t) / (Math.Pow(4, Iterations) - 1) * lambda;
            for (int y = 0; y < height; y++)
                SolveLine(plane, guide, y * width, 1, width, strength, sigma);
            for (int x = 0; x < width; x++)
                SolveLine(plane, guide, x, width, height, strength, sigma);
        }
    }

    // (I + λ·A)·u = f with the tridiagonal Laplacian of the guide's weights, by elimination and back substitution.
    private static void SolveLine(float[] plane, float[] guide, int start, int step, int count, double lambda, double sigma)
    {
        double[] upper = new double[count], value = new double[count];
        double before = 0, lastUpper = 0, lastValue = 0;
        for (int i = 0; i < count; i++)
        {
            int at = start + (i * step);
            double after = i + 1 < count ? -lambda * Math.Exp(-Math.Abs(guide[at + step] - guide[at]) * 2.55 / sigma) : 0;
            double pivot = 1 - before - after - (before * lastUpper);
            upper[i] = lastUpper = after / pivot;
            value[i] = lastValue = (plane[at] - (before * lastValue)) / pivot;
            before = after;
        }

        double next = 0;
        for (int i = count - 1; i >= 0; i--)
        {
            next = value[i] - (upper[i] * next);
            plane[start + (i * step)] = (float)next;
        }
    }
}
