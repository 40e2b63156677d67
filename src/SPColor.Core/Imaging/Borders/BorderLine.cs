namespace SPColor.Core.Imaging.Borders;

/// <summary>The straight line at which most rays of a side end.</summary>
/// <param name="Votes">Part of the rays that end within a pixel of it, 0…1.</param>
/// <param name="Depth">Of the line, in pixels, in the middle of the side.</param>
internal readonly record struct BorderLine(float Votes, float Depth)
{
    // Depths are counted in half pixels, and four of them next to each other are a line.
    private const int StepsPerPixel = 2, LineSteps = 4;

    // Rays that end sooner say that there is no border.
    private const float LeastDepth = 2;

    /// <summary>The line with most votes among those of one angle.</summary>
    /// <param name="rays">Of the side.</param>
    /// <param name="tangent">Of the angle by which the picture is turned to the right.</param>
    public static BorderLine Find(BorderRays rays, double tangent)
    {
        int shift = (int)Math.Ceiling(Math.Abs(tangent) * rays.Count / 2) + 1;
        int[] counts = new int[(StepsPerPixel * ((int)(rays.Length * BorderRays.Reach) + (2 * shift) + LineSteps)) + LineSteps];
        float slope = (float)(StepsPerPixel * rays.Side.Slope() * tangent);
        float first = (StepsPerPixel * shift) + (slope * (rays.Count - 1) / 2);
        ReadOnlySpan<float> ends = rays.Ends;
        for (int ray = 0; ray < ends.Length; ray++)
        {
            if (ends[ray] >= LeastDepth)
                counts[(int)((StepsPerPixel * ends[ray]) + first - (slope * ray))]++;
        }

        (int votes, int step) = (0, 0);
        int line = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            line += counts[i] - (i >= LineSteps ? counts[i - LineSteps] : 0);
            if (line > votes)
                (votes, step) = (line, i);
        }

        // The middle of the line's steps.
        return new BorderLine((float)votes / rays.Count, ((float)(step + 1 - (LineSteps / 2)) / StepsPerPixel) - shift);
    }

    /// <summary>Where a line of that angle through a ray's end lies in the middle of the side.</summary>
    public static float AtMiddle(BorderRays rays, int ray, double tangent) =>
        rays.Ends[ray] - (float)(rays.Side.Slope() * tangent * (ray + 0.5 - (rays.Count / 2.0)));
}
