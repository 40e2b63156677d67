namespace SPColor.Core.Imaging;

/// <summary>Gaussian blur of a plane, cut off at four standard deviations; beyond a border the plane is mirrored, its edge repeated (d c b a | a b c d).</summary>
internal static class GaussianBlur
{
    private const double Reach = 4;

    /// <summary>A blurred copy.</summary>
    /// <param name="plane">Row-major.</param>
    /// <param name="size">Its size.</param>
    /// <param name="sigma">Standard deviation in positions; 0: a copy.</param>
    public static float[] Of(float[] plane, GridSize size, float sigma)
    {
        float[] weights = Weights(sigma);
        float[] across = Lines(plane, size.Height, size.Width, size.Width, 1, weights);
        return Lines(across, size.Width, 1, size.Height, size.Width, weights);
    }

    private static float[] Weights(double sigma)
    {
        int radius = (int)((Reach * sigma) + 0.5);
        double[] bell = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(i => radius == 0 ? 1 : Math.Exp(-0.5 * i * i / (sigma * sigma)))];
        double sum = bell.Sum();
        return Array.ConvertAll(bell, weight => (float)(weight / sum));
    }

    private static float[] Lines(float[] plane, int lines, int lineStep, int length, int step, float[] weights)
    {
        float[] result = new float[plane.Length];
        int radius = weights.Length / 2;
        for (int line = 0; line < lines; line++)
            for (int i = 0; i < length; i++)
            {
                float sum = 0;
                for (int k = 0; k < weights.Length; k++)
                    sum += weights[k] * plane[(line * lineStep) + (Mirrored(i + k - radius, length) * step)];
                result[(line * lineStep) + (i * step)] = sum;
            }

        return result;
    }

    private static int Mirrored(int i, int length)
    {
        int place = ((i % (2 * length)) + (2 * length)) % (2 * length);
        return place < length ? place : (2 * length) - 1 - place;
    }
}
