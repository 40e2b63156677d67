namespace SPColor.Core.Imaging;

/// <summary>
/// Lets the visible go on smoothly where nothing is visible, by means over ever larger squares (pull-push; Grossman 1998), so that the
/// networks see no edge of a hole. Coverage stays 0: those cells belong to no area and give no colour.
/// </summary>
internal static class HiddenFill
{
    /// <summary>Fills cells of coverage 0; where nothing is visible at all, they stay.</summary>
    public static void Apply(LabImage image)
    {
        float[] known = Array.ConvertAll(image.Coverage, coverage => coverage > 0 ? 1f : 0f);
        if (!known.Contains(0f) || !known.Contains(1f))
            return;
        foreach (float[] plane in (float[][])[image.L, image.A, image.B])
            Fill(plane, known, image.Size);
    }

    private static void Fill(float[] plane, float[] known, GridSize size)
    {
        if (size.Count == 1)
            return;
        GridSize half = new((size.Width + 1) / 2, (size.Height + 1) / 2);
        float[] coarse = new float[half.Count], weights = new float[half.Count];
        for (int i = 0; i < plane.Length; i++)
        {
            int cell = (i / size.Width / 2 * half.Width) + (i % size.Width / 2);
            coarse[cell] += known[i] * plane[i];
            weights[cell] += known[i];
        }

        for (int cell = 0; cell < coarse.Length; cell++)
            (coarse[cell], weights[cell]) = weights[cell] > 0 ? (coarse[cell] / weights[cell], Math.Min(1, weights[cell])) : (0, 0);
        Fill(coarse, weights, half);

        LinearTap[] columns = LinearTap.Axis(half.Width, size.Width), rows = LinearTap.Axis(half.Height, size.Height);
        for (int i = 0; i < plane.Length; i++)
        {
            (int left, int right, float across) = columns[i % size.Width];
            (int above, int below, float down) = rows[i / size.Width];
            float top = float.Lerp(coarse[(above * half.Width) + left], coarse[(above * half.Width) + right], across);
            float bottom = float.Lerp(coarse[(below * half.Width) + left], coarse[(below * half.Width) + right], across);
            plane[i] = float.Lerp(float.Lerp(top, bottom, down), plane[i], known[i]);
        }
    }
}
