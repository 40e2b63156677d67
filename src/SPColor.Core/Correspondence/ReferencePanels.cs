using System.Runtime.CompilerServices;

namespace SPColor.Core.Correspondence;

/// <summary>
/// The reference side packed for the product: each block is cut into panels of 48 cells, a panel holds its vectors channel by
/// channel, and the three values of V = [a, b, confidence] lie in the same order. The last panel of a block is filled up with zeros.
/// </summary>
internal sealed unsafe class ReferencePanels : IDisposable
{
    private readonly int _channels;
    private readonly BlockIndex _index;
    private readonly int[] _firstPanel;
    private readonly int[] _blockOfPanel;
    private readonly AlignedBuffer _vectors;
    private readonly AlignedBuffer _a;
    private readonly AlignedBuffer _b;
    private readonly AlignedBuffer _confidence;

    /// <summary>Packs every block.</summary>
    public ReferencePanels(CorrespondenceProblem problem, ParallelOptions options)
    {
        BlockIndex index = new(problem.ReferenceBlock, problem.ReferenceBlockCount);
        _index = index;
        BlockVectors source = new(problem.ReferenceFeatures, problem.Channels, index, problem.Settings.CentrePerBlock, options);
        _channels = problem.Channels;
        _firstPanel = new int[index.BlockCount + 1];
        for (int block = 0; block < index.BlockCount; block++)
            _firstPanel[block + 1] = _firstPanel[block] + ((index.Cells(block).Length + MicroKernel.Columns - 1) / MicroKernel.Columns);

        _blockOfPanel = new int[_firstPanel[^1]];
        for (int block = 0; block < index.BlockCount; block++)
            _blockOfPanel.AsSpan(_firstPanel[block].._firstPanel[block + 1]).Fill(block);

        int columns = checked(_firstPanel[^1] * MicroKernel.Columns);
        _vectors = new AlignedBuffer(checked(columns * _channels));
        _a = new AlignedBuffer(columns);
        _b = new AlignedBuffer(columns);
        _confidence = new AlignedBuffer(columns);
        try
        {
            Parallel.For(0, _blockOfPanel.Length, options, panel => Pack(problem, source, _blockOfPanel[panel], panel));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The panels of one block: first, and one past the last.</summary>
    public (int First, int End) Panels(int block) => (_firstPanel[block], _firstPanel[block + 1]);

    /// <summary>Cells of one block.</summary>
    public int CellCount(int block) => _index.Cells(block).Length;

    /// <summary>The reference cell in a column; not one that only fills a panel up.</summary>
    public int Cell(int column)
    {
        int block = _blockOfPanel[column / MicroKernel.Columns];
        return _index.Cells(block)[column - (_firstPanel[block] * MicroKernel.Columns)];
    }

    /// <summary>Channels × 48 numbers of one panel.</summary>
    public float* Vectors(int panel) => _vectors.Pointer + ((long)panel * MicroKernel.Columns * _channels);

    /// <summary>V from one panel's first cell on.</summary>
    public PanelValues Values(int panel)
    {
        int start = panel * MicroKernel.Columns;
        return new PanelValues(_a.Pointer + start, _b.Pointer + start, _confidence.Pointer + start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _vectors.Dispose();
        _a.Dispose();
        _b.Dispose();
        _confidence.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pack(CorrespondenceProblem problem, BlockVectors source, int block, int panel)
    {
        ReadOnlySpan<int> cells = source.Index.Cells(block)[((panel - _firstPanel[block]) * MicroKernel.Columns)..];
        int count = Math.Min(cells.Length, MicroKernel.Columns);
        float[] vector = new float[_channels];
        float* packed = Vectors(panel);
        PanelValues values = Values(panel);
        for (int column = 0; column < count; column++)
        {
            int cell = cells[column];
            source.Read(cell, block, vector);
            for (int channel = 0; channel < vector.Length; channel++)
                packed[((long)channel * MicroKernel.Columns) + column] = vector[channel];

            values.A[column] = problem.ReferenceA[cell];
            values.B[column] = problem.ReferenceB[cell];
            values.Confidence[column] = problem.ReferenceConfidence[cell];
        }
    }
}
