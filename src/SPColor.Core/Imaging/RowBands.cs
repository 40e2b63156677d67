using System.Runtime.ExceptionServices;

namespace SPColor.Core.Imaging;

/// <summary>Runs independent rows in parallel bands, each thread with scratch memory of its own.</summary>
internal static class RowBands
{
    private const int BandRows = 8;

    /// <summary>Calls <paramref name="body"/> once for every row.</summary>
    /// <typeparam name="TScratch">Buffers of one thread.</typeparam>
    /// <param name="rows">Number of rows.</param>
    /// <param name="maxDegreeOfParallelism">Most threads at once; −1: as many as there are processors.</param>
    /// <param name="createScratch">Makes a thread's buffers.</param>
    /// <param name="body">Handles one row.</param>
    /// <param name="progress">Receives the fraction done, never falling, one call at a time.</param>
    /// <param name="cancellationToken">Checked at every row.</param>
    public static void Run<TScratch>(
        int rows,
        int maxDegreeOfParallelism,
        Func<TScratch> createScratch,
        Action<TScratch, int> body,
        IProgress<float>? progress,
        CancellationToken cancellationToken)
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = maxDegreeOfParallelism, CancellationToken = cancellationToken };
        Lock gate = new();
        int done = 0;
        try
        {
            Parallel.For(0, (rows + BandRows - 1) / BandRows, options, createScratch, RunBand, _ => { });
        }
        catch (AggregateException failures)
        {
            // Callers know the failure of a row, not that it came from a thread.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        TScratch RunBand(int band, ParallelLoopState state, TScratch scratch)
        {
            int end = Math.Min(rows, (band + 1) * BandRows);
            for (int y = band * BandRows; y < end; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                body(scratch, y);
            }

            lock (gate)
            {
                done += end - (band * BandRows);
                progress?.Report((float)done / rows);
            }

            return scratch;
        }
    }
}
