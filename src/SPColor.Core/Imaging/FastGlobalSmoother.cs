namespace SPColor.Core.Imaging;

/// <summary>
/// Edge-aware smoothing (fast global smoother, Min et al. 2014): weighted least squares along all rows, then all columns, three times with
/// falling strength. One thread and a fixed order of arithmetic; two planes of 256×256 take a few milliseconds.
/// </summary>
internal static class FastGlobalSmoother
{
    private const int Iterations = 3;

    /// <summary>Smooths planes in place, except across edges of the guide.</summary>
    /// <param name="planes">Row-major, all of the guide's size.</param>
    /// <param name="links">The guide's.</param>
    /// <param name="lambda">Strength λ ≥ 0.</param>
    /// <param name="trust">How much each position is believed, above 0; null: all alike. It counts in the first of the three rounds, whose result is believed everywhere.</param>
    /// <param name="cancellationToken">Checked before every pass over a plane.</param>
    public static void Smooth(float[][] planes, GuideLinks links, float lambda, float[]? trust, CancellationToken cancellationToken)
    {
        using var memory = new LineSolver.Memory(Math.Max(links.Rows.Count, links.Columns.Count));
        LineSolver[] solvers = [new(links.Rows, links.AlongRows, memory), new(links.Columns, links.AlongColumns, memory)];
        for (int round = 1; round <= Iterations; round++)
        {
            double strength = 1.5 * Math.Pow(4, Iterations - round) / (Math.Pow(4, Iterations) - 1) * lambda;
            foreach (LineSolver solver in solvers)
            {
                solver.Factor((float)strength, round == 1 ? trust : null);
                foreach (float[] plane in planes)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    solver.Solve(plane);
                }
            }
        }
    }
}
