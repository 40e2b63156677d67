using SPColor.Core.Imaging;

namespace SPColor.Core.Correspondence;

/// <summary>The colours that SPC found on the coarse grid, read between its cells.</summary>
/// <param name="coarse">What it found.</param>
/// <param name="blocks">The block of what each coarse cell matched, as the fine problem numbers them, or −1.</param>
/// <param name="size">The fine grid.</param>
internal sealed class CoarseColors(WarpedColor coarse, int[] blocks, GridSize size)
{
    /// <summary>Keeps a neighbour that lies at no weight from dividing by nothing.</summary>
    private const float LeastWeight = 1e-4f;

    private readonly LinearTap[] _columns = LinearTap.Axis(coarse.Size.Width, size.Width);
    private readonly LinearTap[] _rows = LinearTap.Axis(coarse.Size.Height, size.Height);

    /// <summary>The mean colour around a fine cell of those coarse cells that matched what it may match; null: there are none.</summary>
    /// <param name="cell">y·width + x.</param>
    /// <param name="mayMatch">For each reference block, whether it may.</param>
    public (float A, float B)? At(int cell, ReadOnlySpan<bool> mayMatch)
    {
        LinearTap row = _rows[cell / size.Width], column = _columns[cell % size.Width];
        int upper = row.First * coarse.Size.Width, lower = row.Second * coarse.Size.Width;
        float weights = 0, a = 0, b = 0;
        Add(upper + column.First, (1 - row.Weight) * (1 - column.Weight), mayMatch);
        Add(upper + column.Second, (1 - row.Weight) * column.Weight, mayMatch);
        Add(lower + column.First, row.Weight * (1 - column.Weight), mayMatch);
        Add(lower + column.Second, row.Weight * column.Weight, mayMatch);
        return weights > 0 ? (a / weights, b / weights) : null;

        void Add(int neighbour, float weight, ReadOnlySpan<bool> may)
        {
            if (blocks[neighbour] < 0 || !may[blocks[neighbour]])
                return;
            weight += LeastWeight;
            weights += weight;
            a += weight * coarse.A[neighbour];
            b += weight * coarse.B[neighbour];
        }
    }
}
