namespace SPColor.Core.Correspondence;

/// <summary>
/// Step 6 on the CPU: SPC as class-sorted blocks with row tiles inside a block (spcolor.md §6, form C with the memory of D).
/// Work is Σ over target blocks of cells × matching reference cells × channels. Extra memory is one packed copy of the reference's
/// features and about 0.3 MB per thread. Every tile writes its own cells in a fixed order of arithmetic, so the result is
/// the same, bit for bit, for any number of threads.
/// </summary>
public sealed class SemanticCorrespondence : ICorrespondence
{
    private readonly int _maxThreads;

    /// <summary>Creates the operator; it holds no state and may be shared.</summary>
    /// <param name="maxDegreeOfParallelism">Threads to use, or −1 for all cores.</param>
    public SemanticCorrespondence(int maxDegreeOfParallelism = -1)
    {
        ArgumentOutOfRangeException.ThrowIfZero(maxDegreeOfParallelism);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDegreeOfParallelism, -1);
        _maxThreads = maxDegreeOfParallelism;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The problem's parts do not fit together.</exception>
    public WarpedColor Warp(CorrespondenceProblem problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemCheck.Validate(problem);
        ParallelOptions options = new() { MaxDegreeOfParallelism = _maxThreads, CancellationToken = cancellationToken };
        var result = WarpedColor.Unrelated(problem.Size);

        using ReferencePanels panels = new(problem, options);
        BlockIndex index = new(problem.TargetBlock, problem.Matches.Length);
        BlockVectors target = new(problem.TargetFeatures, problem.Channels, index, problem.Settings.CentrePerBlock, options);
        List<RowTile> tiles = RowTile.Cut(index);
        Parallel.For(
            0,
            tiles.Count,
            options,
            () => new TileWorker(problem, target, panels, result),
            (tile, _, worker) =>
            {
                worker.Run(tiles[tile], cancellationToken);
                return worker;
            },
            worker => worker.Dispose());
        return result;
    }
}
