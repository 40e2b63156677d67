namespace SPColor.Core.Imaging.Borders;

/// <summary>
/// Rays from every pixel of one side straight into the picture. Each ends where the even ground that it starts on ends: at the first
/// step of L*, and not at a slow change such as a shadow's, nor at a speck of one pixel.
/// </summary>
internal sealed class BorderRays
{
    /// <summary>Least step of L* that ends a ray; more where the ground itself is noisy.</summary>
    private const float LeastStep = 4.5f, MostStep = 12, StepPerNoise = 6;

    /// <summary>How far rays go, as a part of the picture.</summary>
    private const float Reach = 0.46f;

    /// <summary>A pixel before the step counts to what follows where it has more than this part of it: the edge ran through it.</summary>
    private const float LeastPart = 0.1f;

    private const int SmoothReach = 4;

    private readonly float[] _l;
    private readonly int _start;
    private readonly int _rayStep;
    private readonly int _depthStep;

    /// <summary>Sends the rays.</summary>
    /// <param name="picture">L* is read.</param>
    /// <param name="side">Where they start.</param>
    public BorderRays(LabImage picture, Side side)
    {
        (int width, int height) = picture.Size;
        bool isRow = side is Side.Top or Side.Bottom;
        (Side, Count, Length) = (side, isRow ? width : height, isRow ? height : width);
        (_l, _rayStep, _depthStep) = (picture.L, isRow ? 1 : width, (isRow ? width : 1) * (side is Side.Top or Side.Left ? 1 : -1));
        _start = side switch { Side.Bottom => (height - 1) * width, Side.Right => width - 1, _ => 0 };
        Ends = new float[Count];
        Array.Fill(Ends, float.NaN);
        Send();
    }

    /// <summary>Where they start.</summary>
    public Side Side { get; }

    /// <summary>Number of rays, from the side's left or top end.</summary>
    public int Count { get; }

    /// <summary>Pixels across the picture.</summary>
    public int Length { get; }

    /// <summary>Depth of each ray's end in pixels, to a part of a pixel; 0 where it ends at once, not a number where it does not end.</summary>
    public float[] Ends { get; }

    /// <summary>L* of one pixel.</summary>
    /// <param name="ray">0 … <see cref="Count"/>−1.</param>
    /// <param name="depth">0 … <see cref="Length"/>−1.</param>
    public float L(int ray, int depth) => _l[_start + (ray * _rayStep) + (depth * _depthStep)];

    private void Send()
    {
        float[] before = Smooth(0), here = Smooth(1), next = Smooth(2);
        float step = Math.Clamp(StepPerNoise * Noise(before, here, next), LeastStep, MostStep);

        // The ground of a ray is the mean of the last three pixels that belong to it.
        float[][] ground = [[.. before], [.. here], [.. here]];
        bool[] ended = new bool[Count];
        for (int ray = 0; ray < Count; ray++)
        {
            if (Math.Abs(before[ray] - here[ray]) > step)
                (ended[ray], Ends[ray]) = (true, 0);
        }

        int reach = Math.Min(Math.Max(4, (int)(Length * Reach)), Length - 1);
        for (int depth = 2; depth < reach; depth++)
        {
            (before, here, next) = (here, next, Smooth(depth + 1));
            for (int ray = 0; ray < Count; ray++)
            {
                if (ended[ray])
                    continue;
                float mean = (ground[0][ray] + ground[1][ray] + ground[2][ray]) / 3;
                float off = here[ray] - mean, then = next[ray] - mean;
                if (Math.Abs(off) <= step)
                {
                    (ground[0][ray], ground[1][ray], ground[2][ray]) = (ground[1][ray], ground[2][ray], here[ray]);
                }
                else if (Math.Abs(then) > step && Math.Sign(off) == Math.Sign(then))
                {
                    float earlier = Math.Clamp((before[ray] - mean) / then, 0, 1);
                    Ends[ray] = depth + 1 - Math.Clamp(off / then, 0, 1) - (earlier > LeastPart ? earlier : 0);
                    ended[ray] = true;
                }
            }
        }
    }

    /// <summary>Median of neighbouring rays, so that specks up to half as wide do not end them.</summary>
    private float[] Smooth(int depth)
    {
        float[] smooth = new float[Count];
        Span<float> near = stackalloc float[(2 * SmoothReach) + 1];
        for (int ray = 0; ray < Count; ray++)
        {
            for (int i = 0; i < near.Length; i++)
                near[i] = L(Math.Clamp(ray + i - SmoothReach, 0, Count - 1), depth);
            near.Sort();
            smooth[ray] = near[SmoothReach];
        }

        return smooth;
    }

    private float Noise(float[] first, float[] second, float[] third)
    {
        float[] steps = new float[2 * Count];
        for (int ray = 0; ray < Count; ray++)
            (steps[ray], steps[Count + ray]) = (Math.Abs(second[ray] - first[ray]), Math.Abs(third[ray] - second[ray]));
        Array.Sort(steps);
        return steps[Count];
    }
}
