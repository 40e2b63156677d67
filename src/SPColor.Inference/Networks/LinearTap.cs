namespace SPColor.Inference.Networks;

/// <summary>Where a resampled value comes from along one axis: first + (second − first) · weight.</summary>
/// <param name="First">Index of the lower neighbour.</param>
/// <param name="Second">Index of the upper neighbour.</param>
/// <param name="Weight">0…1.</param>
internal readonly record struct LinearTap(int First, int Second, float Weight)
{
    /// <summary>The taps of one axis, half-pixel, edges repeated.</summary>
    /// <param name="source">Cells of the source.</param>
    /// <param name="target">Cells of the target.</param>
    internal static LinearTap[] For(int source, int target)
    {
        var taps = new LinearTap[target];
        for (int i = 0; i < target; i++)
        {
            float place = Math.Clamp(((i + 0.5f) * source / target) - 0.5f, 0, source - 1);
            int first = (int)place;
            taps[i] = new LinearTap(first, Math.Min(first + 1, source - 1), place - first);
        }

        return taps;
    }
}
