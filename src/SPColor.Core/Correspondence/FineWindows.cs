using SPColor.Core.Imaging;

namespace SPColor.Core.Correspondence;

/// <summary>Which fine cells of the references lie at and beside a coarse one.</summary>
internal sealed class FineWindows
{
    /// <summary>Fine cells on every side beyond the coarse one's own.</summary>
    private const int Margin = 1;

    private readonly IReadOnlyList<GridSize> _fine;
    private readonly IReadOnlyList<GridSize> _coarse;
    private readonly int[] _fineStart;
    private readonly int[] _coarseStart;

    /// <summary>Numbers cells as a <see cref="CorrespondenceProblem"/> does: all references after each other.</summary>
    public FineWindows(IReadOnlyList<GridSize> fine, IReadOnlyList<GridSize> coarse)
    {
        (_fine, _coarse) = (fine, coarse);
        (_fineStart, _coarseStart) = (Starts(fine), Starts(coarse));
    }

    /// <summary>The fine cell at the middle of a coarse one.</summary>
    public int CentreOf(int coarseCell)
    {
        (int reference, int x, int y) = Place(coarseCell);
        (GridSize fine, GridSize coarse) = (_fine[reference], _coarse[reference]);
        return _fineStart[reference] + (Middle(y, coarse.Height, fine.Height) * fine.Width) + Middle(x, coarse.Width, fine.Width);
    }

    /// <summary>Adds the window of a coarse cell to a cell's candidates.</summary>
    public void AddTo(FineCandidates candidates, int coarseCell)
    {
        (int reference, int column, int row) = Place(coarseCell);
        (GridSize fine, GridSize coarse) = (_fine[reference], _coarse[reference]);
        (int left, int right) = Span(column, coarse.Width, fine.Width);
        (int top, int bottom) = Span(row, coarse.Height, fine.Height);
        for (int y = top; y < bottom; y++)
            for (int x = left; x < right; x++)
                candidates.Add(_fineStart[reference] + (y * fine.Width) + x);
    }

    private (int Reference, int X, int Y) Place(int coarseCell)
    {
        int reference = 0;
        while (coarseCell >= _coarseStart[reference + 1])
            reference++;
        coarseCell -= _coarseStart[reference];
        return (reference, coarseCell % _coarse[reference].Width, coarseCell / _coarse[reference].Width);
    }

    private static int Middle(int position, int coarse, int fine) => ((2 * position) + 1) * fine / (2 * coarse);

    private static (int From, int To) Span(int position, int coarse, int fine) => (
        Math.Max((position * fine / coarse) - Margin, 0),
        Math.Min(((((position + 1) * fine) + coarse - 1) / coarse) + Margin, fine));

    private static int[] Starts(IReadOnlyList<GridSize> grids)
    {
        int[] starts = new int[grids.Count + 1];
        for (int i = 0; i < grids.Count; i++)
            starts[i + 1] = starts[i] + grids[i].Count;
        return starts;
    }
}
