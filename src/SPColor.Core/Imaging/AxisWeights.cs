namespace SPColor.Core.Imaging;

/// <summary>
/// Resampling weights along one axis: exact area averages where the axis shrinks, linear interpolation between pixel centres where
/// it grows. The weights of every output position sum to 1.
/// </summary>
internal sealed class AxisWeights
{
    private readonly int[] _first;
    private readonly int[] _offset;
    private readonly float[] _weights;

    /// <summary>Computes the weights.</summary>
    /// <param name="from">Source length, ≥ 1.</param>
    /// <param name="to">Output length, ≥ 1.</param>
    public AxisWeights(int from, int to)
    {
        _first = new int[to];
        _offset = new int[to + 1];
        List<float> weights = new(from + (2 * to));
        for (int i = 0; i < to; i++)
        {
            if (to <= from)
                AddBox(i, from, to, weights);
            else
                AddLinear(i, from, to, weights);
            _offset[i + 1] = weights.Count;
        }

        _weights = [.. weights];
    }

    /// <summary>First source position that counts for output <paramref name="i"/>.</summary>
    public int First(int i) => _first[i];

    /// <summary>Weights of the source positions from <see cref="First"/> on.</summary>
    public ReadOnlySpan<float> Of(int i) => _weights.AsSpan(_offset[i].._offset[i + 1]);

    private void AddBox(int i, int from, int to, List<float> weights)
    {
        // In units of 1/to source pixels everything is a whole number: the cell is [i·from, (i+1)·from).
        long start = (long)i * from, end = start + from;
        _first[i] = (int)(start / to);
        for (long p = start / to; p * to < end; p++)
            weights.Add((float)((double)(Math.Min(end, (p + 1) * to) - Math.Max(start, p * to)) / from));
    }

    private void AddLinear(int i, int from, int to, List<float> weights)
    {
        double at = Math.Clamp(((i + 0.5) * from / to) - 0.5, 0, from - 1);
        int below = Math.Min((int)at, Math.Max(from - 2, 0));
        _first[i] = below;
        weights.Add((float)(1 - (at - below)));
        if (from > 1)
            weights.Add((float)(at - below));
    }
}
