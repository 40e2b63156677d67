namespace SPColor.Core.Correspondence;

/// <summary>Steps 2–3 of SPC (spcolor.md §1.8) for forms of step 6 that want whole matrices.</summary>
public static class BlockCentring
{
    /// <summary>
    /// Subtracts each block's mean and makes vectors unit length; the very numbers that <see cref="SemanticCorrespondence"/> compares.
    /// </summary>
    /// <param name="features">Cells × <paramref name="channels"/>, position-major.</param>
    /// <param name="channels">Length of every vector.</param>
    /// <param name="blockOfCell">Block of each cell, or −1.</param>
    /// <param name="blockCount">Number of blocks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>As long as <paramref name="features"/>; cells of block −1 are zero.</returns>
    public static float[] Centre(float[] features, int channels, int[] blockOfCell, int blockCount, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(features);
        ParallelOptions options = new() { CancellationToken = cancellationToken };
        BlockIndex index = new(blockOfCell, blockCount);
        BlockVectors vectors = new(features, channels, index, centre: true, options);
        float[] centred = new float[features.Length];
        Parallel.For(0, blockCount, options, block =>
        {
            foreach (int cell in index.Cells(block))
            {
                cancellationToken.ThrowIfCancellationRequested();
                vectors.Read(cell, block, centred.AsSpan(cell * channels, channels));
            }
        });
        return centred;
    }
}
