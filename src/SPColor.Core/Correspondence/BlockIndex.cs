namespace SPColor.Core.Correspondence;

/// <summary>The cells of each block, ascending, by a stable counting sort.</summary>
internal sealed class BlockIndex
{
    private readonly int[] _cells;
    private readonly int[] _starts;

    /// <summary>Sorts cells by block; those in block −1 are left out.</summary>
    public BlockIndex(ReadOnlySpan<int> blockOfCell, int blockCount)
    {
        _starts = new int[blockCount + 1];
        foreach (int block in blockOfCell)
        {
            if (block >= 0)
                _starts[block + 1]++;
        }

        for (int block = 0; block < blockCount; block++)
            _starts[block + 1] += _starts[block];

        _cells = new int[_starts[blockCount]];
        int[] next = _starts[..blockCount];
        for (int cell = 0; cell < blockOfCell.Length; cell++)
        {
            if (blockOfCell[cell] >= 0)
                _cells[next[blockOfCell[cell]]++] = cell;
        }
    }

    /// <summary>Number of blocks.</summary>
    public int BlockCount => _starts.Length - 1;

    /// <summary>The cells of one block.</summary>
    public ReadOnlySpan<int> Cells(int block) => _cells.AsSpan(_starts[block].._starts[block + 1]);
}
