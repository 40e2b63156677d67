namespace SPColor.Core.Imaging;

/// <summary>Where a linearly resampled value comes from along one axis: first + (second − first) · weight.</summary>
/// <param name="First">Index of the lower neighbour.</param>
/// <param name="Second">Index of the upper neighbour; the lower one's at the end of the axis.</param>
/// <param name="Weight">Of the upper neighbour, 0…1.</param>
public readonly record struct LinearTap(int First, int Second, float Weight)
{
    /// <summary>The tap of one position: half-pixel centres, edges repeated (ONNX Resize, half_pixel; see <see cref="WorkingMap"/>).</summary>
    /// <param name="position">0 … <paramref name="target"/>−1.</param>
    /// <param name="source">Length of the source, ≥ 1.</param>
    /// <param name="target">Length of the target, ≥ 1.</param>
    public static LinearTap At(int position, int source, int target) => At(position + 0.5, source, (double)target);

    /// <summary>The tap of one place on an axis of any length, whose parts are the source's positions.</summary>
    /// <param name="place">0 … <paramref name="length"/>; beyond, the source's ends go on.</param>
    /// <param name="source">Length of the source, ≥ 1.</param>
    /// <param name="length">Above 0.</param>
    public static LinearTap At(double place, int source, double length)
    {
        double position = Math.Clamp((place * source / length) - 0.5, 0, source - 1);
        int first = (int)position;
        return new LinearTap(first, Math.Min(first + 1, source - 1), (float)(position - first));
    }

    /// <summary>The taps of a whole axis.</summary>
    /// <param name="source">Length of the source, ≥ 1.</param>
    /// <param name="target">Length of the target, ≥ 1.</param>
    public static LinearTap[] Axis(int source, int target)
    {
        var taps = new LinearTap[target];
        for (int i = 0; i < target; i++)
            taps[i] = At(i, source, target);
        return taps;
    }
}
