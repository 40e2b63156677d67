namespace SPColor.Core.Imaging;

/// <summary>How far every position is from a region: the shortest way over eight neighbours, diagonal steps counting √2 (at most 8 % more than the straight line).</summary>
internal static class DistanceMap
{
    private const float Diagonal = 1.41421356f;

    /// <summary>0 within the region; infinite everywhere where there is none.</summary>
    /// <param name="isInside">The region, row-major.</param>
    /// <param name="size">Its size.</param>
    public static float[] To(bool[] isInside, GridSize size)
    {
        float[] distance = Array.ConvertAll(isInside, inside => inside ? 0 : float.PositiveInfinity);
        for (int i = 0; i < distance.Length; i++)
            Relax(distance, size, i, -1);
        for (int i = distance.Length - 1; i >= 0; i--)
            Relax(distance, size, i, 1);
        return distance;
    }

    /// <summary>By the neighbours that this pass has seen: the one beside and the three of the row before.</summary>
    private static void Relax(float[] distance, GridSize size, int i, int step)
    {
        int x = i % size.Width, row = i + (step * size.Width);
        bool hasBeside = step < 0 ? x > 0 : x < size.Width - 1, hasOther = step < 0 ? x < size.Width - 1 : x > 0;
        bool hasRow = row >= 0 && row < distance.Length;
        float best = distance[i];
        if (hasBeside)
            best = Math.Min(best, distance[i + step] + 1);
        if (hasRow)
            best = Math.Min(best, distance[row] + 1);
        if (hasRow && hasBeside)
            best = Math.Min(best, distance[row + step] + Diagonal);
        if (hasRow && hasOther)
            best = Math.Min(best, distance[row - step] + Diagonal);
        distance[i] = best;
    }
}
