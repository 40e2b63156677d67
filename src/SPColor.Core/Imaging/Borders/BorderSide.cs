namespace SPColor.Core.Imaging.Borders;

/// <summary>What speaks for a border along one side, looking only at the rays between the borders of the sides beside it.</summary>
/// <param name="Depth">Of the border in pixels, in the middle of the side.</param>
/// <param name="Votes">Part of the rays that end at its edge, 0…1.</param>
/// <param name="Early">Part of the rays that end before.</param>
/// <param name="Level">Median L* of the border.</param>
/// <param name="Even">Part of the border's pixels near that level.</param>
internal readonly record struct BorderSide(float Depth, float Votes, float Early, float Level, float Even)
{
    /// <summary>A scanner's shadow along a print still counts as even.</summary>
    private const float EvenWithin = 7;

    private const float EdgeWidth = 1.25f, Edge = 2, LevelsPerUnit = 4;
    private const int LeastRays = 8;

    /// <summary>Looks at one side.</summary>
    /// <param name="rays">Of the side.</param>
    /// <param name="depth">Of the border to judge.</param>
    /// <param name="tangent">Of the angle by which the picture is turned to the right.</param>
    /// <param name="first">First ray that counts.</param>
    /// <param name="end">First that does not count any more.</param>
    public static BorderSide Judge(BorderRays rays, float depth, double tangent, int first, int end)
    {
        if (end - first < LeastRays)
            return default;
        List<float> edge = [];
        int early = 0;
        for (int ray = first; ray < end; ray++)
        {
            float off = BorderLine.AtMiddle(rays, ray, tangent) - depth;
            if (Math.Abs(off) <= EdgeWidth)
                edge.Add(off);
            else if (off < -Edge)
                early++;
        }

        edge.Sort();
        float count = end - first, exact = edge.Count > 0 ? depth + edge[edge.Count / 2] : depth;
        (float level, float even) = Ground(rays, exact, tangent, first, end);
        return new BorderSide(exact, edge.Count / count, early / count, level, even);
    }

    private static (float Level, float Even) Ground(BorderRays rays, float depth, double tangent, int first, int end)
    {
        int[] levels = new int[(int)(100 * LevelsPerUnit) + 2];
        int total = 0;
        for (int ray = first; ray < end; ray++)
        {
            double slope = rays.Side.Slope() * tangent * (ray + 0.5 - (rays.Count / 2.0));
            int pixels = (int)Math.Clamp(depth + slope - Edge, 1, rays.Length);
            for (int i = 0; i < pixels; i++)
                levels[(int)Math.Clamp(rays.L(ray, i) * LevelsPerUnit, 0, levels.Length - 1)]++;
            total += pixels;
        }

        int below = 0, median = 0;
        while ((below += levels[median]) * 2 < total)
            median++;
        int within = (int)(EvenWithin * LevelsPerUnit), near = 0;
        for (int i = Math.Max(0, median - within); i <= Math.Min(levels.Length - 1, median + within); i++)
            near += levels[i];
        return (median / LevelsPerUnit, (float)near / total);
    }
}
