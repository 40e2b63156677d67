namespace SPColor.Core.Segmentation;

/// <summary>
/// Lloyd's k-means with squared Euclidean distance (spcolor.md §1.6). Deviation from the published code: a cluster that
/// loses its last point takes over the point that lies farthest from its own centre (lowest index first) instead of a
/// random one, so that no cluster is ever empty and equal input gives equal output.
/// </summary>
internal static class KMeans
{
    /// <summary>The published stopping rule: (Σ‖Δcentre‖)² below this.</summary>
    public const double StopBelow = 1e-4;

    /// <summary>Far above the handful of rounds that 27 points need; ends the loop if centres are not numbers.</summary>
    private const int MaxRounds = 300;

    /// <summary>Groups <paramref name="points"/> around centres that start at the points named in <paramref name="initial"/>.</summary>
    /// <param name="points">The points, all of one length.</param>
    /// <param name="initial">Indices of different points; their number is the number of clusters.</param>
    /// <returns>The cluster of each point, and each cluster's mean.</returns>
    public static (int[] Assignment, double[][] Means) Run(double[][] points, ReadOnlySpan<int> initial)
    {
        double[][] centres = new double[initial.Length][];
        for (int k = 0; k < centres.Length; k++)
            centres[k] = points[initial[k]];

        int[] assignment = new int[points.Length];
        for (int round = 0; round < MaxRounds; round++)
        {
            double[] distances = Assign(points, centres, assignment);
            FillEmpty(assignment, distances, centres.Length);
            double[][] means = Means(points, assignment, centres.Length);
            double shift = 0;
            for (int k = 0; k < centres.Length; k++)
                shift += Math.Sqrt(SquaredDistance(centres[k], means[k]));

            centres = means;
            if (shift * shift < StopBelow)
                break;
        }

        return (assignment, centres);
    }

    private static double[] Assign(double[][] points, double[][] centres, int[] assignment)
    {
        double[] distances = new double[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            distances[i] = double.PositiveInfinity;
            assignment[i] = 0;
            for (int k = 0; k < centres.Length; k++)
            {
                double distance = SquaredDistance(points[i], centres[k]);
                if (distance < distances[i])
                    (distances[i], assignment[i]) = (distance, k);
            }
        }

        return distances;
    }

    private static void FillEmpty(int[] assignment, double[] distances, int clusters)
    {
        int[] sizes = new int[clusters];
        foreach (int cluster in assignment)
            sizes[cluster]++;

        for (int k = 0; k < clusters; k++)
        {
            if (sizes[k] > 0)
                continue;

            int farthest = -1;
            for (int i = 0; i < assignment.Length; i++)
            {
                if (sizes[assignment[i]] > 1 && (farthest < 0 || distances[i] > distances[farthest]))
                    farthest = i;
            }

            sizes[assignment[farthest]]--;
            sizes[k] = 1;
            assignment[farthest] = k;
            distances[farthest] = 0;
        }
    }

    private static double[][] Means(double[][] points, int[] assignment, int clusters)
    {
        double[][] means = new double[clusters][];
        int[] sizes = new int[clusters];
        for (int i = 0; i < points.Length; i++)
        {
            double[] mean = means[assignment[i]] ??= new double[points[i].Length];
            sizes[assignment[i]]++;
            for (int c = 0; c < mean.Length; c++)
                mean[c] += points[i][c];
        }

        for (int k = 0; k < clusters; k++)
        {
            for (int c = 0; c < means[k].Length; c++)
                means[k][c] /= sizes[k];
        }

        return means;
    }

    private static double SquaredDistance(double[] x, double[] y)
    {
        double sum = 0;
        for (int c = 0; c < x.Length; c++)
            sum += (x[c] - y[c]) * (x[c] - y[c]);

        return sum;
    }
}
