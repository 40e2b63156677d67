namespace SPColor.Core.Imaging.Borders;

/// <summary>
/// Rays from every pixel of one side straight into the picture. Each ends where the even ground that it starts on ends: at the first
/// step of L*, and not at a slow change such as a shadow's, nor at a speck.
/// </summary>
internal sealed class BorderRays
{
    /// <summary>Least step of L* that ends a ray; more where the ground itself is noisy.</summary>
    private const float LeastStep = 4.5f, MostStep = 12, StepPerNoise = 6;

    /// <summary>How far rays go, as a part of the picture.</summary>
    public const float Reach = 0.46f;

    /// <summary>A pixel before the step counts to what follows where it has more than this part of it: the edge ran through it.</summary>
    private const float LeastPart = 0.1f;

    /// <summary>Where more rays than this part end at once, there is no border.</summary>
    private const float MostAtOnce = 0.3f;

    private readonly float[] _l;
    private readonly float[] _before;
    private readonly float[] _here;
    private readonly float[] _next;
    private readonly float _step;

    /// <summary>Looks at the first pixels; <see cref="Send"/> does the rest.</summary>
    /// <param name="picture">L* is read.</param>
    /// <param name="side">Where the rays start.</param>
    public BorderRays(LabImage picture, Side side)
    {
        (int width, int height) = picture.Size;
        bool isRow = side is Side.Top or Side.Bottom;
        (Side, Count, Length) = (side, isRow ? width : height, isRow ? height : width);
        _l = Oriented(picture, side);
        Ends = new float[Count];
        Array.Fill(Ends, float.NaN);
        (_before, _here, _next) = (new float[Count], new float[Count], new float[Count]);
        Smooth(0, _before);
        Smooth(1, _here);
        Smooth(2, _next);
        _step = Math.Clamp(StepPerNoise * Noise(), LeastStep, MostStep);
        int atOnce = 0;
        for (int ray = 0; ray < Count; ray++)
        {
            if (Math.Abs(_before[ray] - _here[ray]) <= _step)
                continue;
            Ends[ray] = 0;
            atOnce++;
        }

        IsOpen = atOnce <= MostAtOnce * Count;
    }

    /// <summary>Where they start.</summary>
    public Side Side { get; }

    /// <summary>Number of rays, from the side's left or top end.</summary>
    public int Count { get; }

    /// <summary>Pixels across the picture.</summary>
    public int Length { get; }

    /// <summary>Whether enough rays go on for a border to be there.</summary>
    public bool IsOpen { get; }

    /// <summary>Depth of each ray's end in pixels, to a part of a pixel; 0 where it ends at once, not a number where it does not end.</summary>
    public float[] Ends { get; }

    /// <summary>L* of one pixel.</summary>
    /// <param name="ray">0 … <see cref="Count"/>−1.</param>
    /// <param name="depth">0 … <see cref="Length"/>−1.</param>
    public float L(int ray, int depth) => _l[(depth * Count) + ray];

    /// <summary>Sends the rays on to their ends.</summary>
    public void Send()
    {
        // The ground of a ray is the mean of the last three pixels that belong to it.
        float[][] ground = [[.. _before], [.. _here], [.. _here]];
        (float[] before, float[] here, float[] next) = (_before, _here, _next);
        int reach = Math.Min(Math.Max(4, (int)(Length * Reach)), Length - 1), left = Ends.Count(float.IsNaN);
        for (int depth = 2; depth < reach && left > 0; depth++)
        {
            (before, here, next) = (here, next, before);
            Smooth(depth + 1, next);
            for (int ray = 0; ray < Count; ray++)
            {
                if (!float.IsNaN(Ends[ray]))
                    continue;
                float mean = (ground[0][ray] + ground[1][ray] + ground[2][ray]) / 3;
                float off = here[ray] - mean, then = next[ray] - mean;
                if (Math.Abs(off) <= _step)
                {
                    (ground[0][ray], ground[1][ray], ground[2][ray]) = (ground[1][ray], ground[2][ray], here[ray]);
                }
                else if (Math.Abs(then) > _step && (off > 0) == (then > 0))
                {
                    float earlier = Math.Clamp((before[ray] - mean) / then, 0, 1);
                    Ends[ray] = depth + 1 - Math.Clamp(off / then, 0, 1) - (earlier > LeastPart ? earlier : 0);
                    left--;
                }
            }
        }
    }

    /// <summary>L* with the side as first row, so that the rays' pixels of one depth lie beside each other.</summary>
    private static float[] Oriented(LabImage picture, Side side)
    {
        (int width, int height) = picture.Size;
        float[] oriented = new float[picture.Size.Count];
        for (int i = 0; i < oriented.Length; i++)
        {
            (int x, int y) = (i % width, i / width);
            int to = side switch
            {
                Side.Top => i,
                Side.Bottom => ((height - 1 - y) * width) + x,
                Side.Left => (x * height) + y,
                _ => ((width - 1 - x) * height) + y,
            };
            oriented[to] = picture.L[i];
        }

        return oriented;
    }

    /// <summary>Medians of neighbouring rays, so that specks up to half as wide do not end them.</summary>
    private void Smooth(int depth, float[] smooth) => MedianOfNine.Row(_l.AsSpan(depth * Count, Count), smooth);

    private float Noise()
    {
        float[] steps = new float[2 * Count];
        for (int ray = 0; ray < Count; ray++)
            (steps[ray], steps[Count + ray]) = (Math.Abs(_here[ray] - _before[ray]), Math.Abs(_next[ray] - _here[ray]));
        Array.Sort(steps);
        return steps[Count];
    }
}
