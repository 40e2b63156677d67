namespace SPColor.Core.Correspondence;

/// <summary>Up to <see cref="Height"/> target cells of one block: the unit of parallel work.</summary>
/// <param name="Block">Target block.</param>
/// <param name="Start">First of its cells in the block.</param>
/// <param name="Count">Number of cells, 1 … <see cref="Height"/>.</param>
internal readonly record struct RowTile(int Block, int Start, int Count)
{
    /// <summary>64 rows of 256 channels are 64 KiB: they stay in the second-level cache while all columns pass by.</summary>
    public const int Height = 64;

    /// <summary>Cuts every block into tiles; the cut depends on nothing but the blocks, so that results do neither.</summary>
    public static List<RowTile> Cut(BlockIndex index)
    {
        List<RowTile> tiles = [];
        for (int block = 0; block < index.BlockCount; block++)
        {
            int cells = index.Cells(block).Length;
            for (int start = 0; start < cells; start += Height)
                tiles.Add(new RowTile(block, start, Math.Min(Height, cells - start)));
        }

        return tiles;
    }
}
