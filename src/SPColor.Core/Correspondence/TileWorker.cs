using System.Runtime.CompilerServices;

namespace SPColor.Core.Correspondence;

/// <summary>Computes row tiles; one per thread, with that thread's scratch memory (about 0.3 MB at 256 channels).</summary>
internal sealed unsafe class TileWorker(CorrespondenceProblem problem, BlockVectors target, ReferencePanels panels, WarpedColor result) : IDisposable
{
    /// <summary>64 rows × 768 columns of similarities are 192 KiB, and fit the second-level cache beside the rows.</summary>
    private const int ChunkPanels = 16;
    private const int ChunkColumns = ChunkPanels * MicroKernel.Columns;

    private readonly AlignedBuffer _rows = new(checked(RowTile.Height * problem.Channels));
    private readonly AlignedBuffer _similarities = new(RowTile.Height * ChunkColumns);
    private readonly float[] _vector = new float[problem.Channels];
    private readonly RowSoftmax[] _softmax = new RowSoftmax[RowTile.Height];

    /// <summary>Writes the result of one tile's cells.</summary>
    public void Run(RowTile tile, CancellationToken cancellationToken)
    {
        ReadOnlySpan<int> cells = target.Index.Cells(tile.Block).Slice(tile.Start, tile.Count);
        PackRows(cells, tile.Block);
        Array.Fill(_softmax, new RowSoftmax());
        bool related = false;
        foreach (int block in problem.Matches[tile.Block])
        {
            (int first, int end) = panels.Panels(block);
            int lastColumns = ((panels.CellCount(block) - 1) % MicroKernel.Columns) + 1;
            related |= first < end;
            for (int panel = first; panel < end; panel += ChunkPanels)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int count = Math.Min(ChunkPanels, end - panel);
                Multiply(panel, count, tile.Count);
                if (panel + count == end)
                    Mask(((count - 1) * MicroKernel.Columns) + lastColumns, count * MicroKernel.Columns, tile.Count);

                PanelValues values = panels.Values(panel);
                for (int row = 0; row < tile.Count; row++)
                    _softmax[row].Add(_similarities.Pointer + (row * ChunkColumns), panel * MicroKernel.Columns, values, count * MicroKernel.Columns, 1f / problem.Settings.Temperature);
            }
        }

        if (related)
            Store(cells);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rows.Dispose();
        _similarities.Dispose();
    }

    /// <summary>Groups of 8 rows, each channel by channel. Rows that a short tile leaves over keep old numbers, and nobody reads what becomes of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackRows(ReadOnlySpan<int> cells, int block)
    {
        for (int row = 0; row < cells.Length; row++)
        {
            target.Read(cells[row], block, _vector);
            float* packed = Group(row / MicroKernel.Rows) + (row % MicroKernel.Rows);
            for (int channel = 0; channel < _vector.Length; channel++)
                packed[channel * MicroKernel.Rows] = _vector[channel];
        }
    }

    private void Multiply(int firstPanel, int panelCount, int rowCount)
    {
        for (int panel = 0; panel < panelCount; panel++)
        {
            float* columns = panels.Vectors(firstPanel + panel);
            float* product = _similarities.Pointer + (panel * MicroKernel.Columns);
            for (int row = 0; row < rowCount; row += MicroKernel.Rows)
                MicroKernel.Multiply(Group(row / MicroKernel.Rows), columns, problem.Channels, product + (row * ChunkColumns), ChunkColumns);
        }
    }

    /// <summary>Takes the weight from the columns that only fill up a block's last panel.</summary>
    private void Mask(int from, int to, int rowCount)
    {
        for (int row = 0; row < rowCount; row++)
            new Span<float>(_similarities.Pointer + (row * ChunkColumns) + from, to - from).Fill(float.NegativeInfinity);
    }

    private void Store(ReadOnlySpan<int> cells)
    {
        for (int row = 0; row < cells.Length; row++)
        {
            int cell = cells[row];
            RowSoftmax mean = _softmax[row];
            result.A[cell] = mean.A;
            result.B[cell] = mean.B;
            result.Similarity[cell] = problem.Settings.Similarity(mean.Max) * mean.Confidence * problem.TargetConfidence[cell];
            result.BestCosine[cell] = mean.Max;
            result.BestMatch[cell] = panels.Cell(mean.Best);
            result.Related[cell] = true;
        }
    }

    private float* Group(int group) => _rows.Pointer + (group * MicroKernel.Rows * problem.Channels);
}
