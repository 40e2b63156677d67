using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Correspondence;

/// <summary>
/// Step 6 at a larger working size: the matches stay those that a coarse grid decided, and every fine cell looks only around the places that its coarse
/// neighbours (3×3) matched, in the references' fine grids; where even the best there is doubtful, the coarse colour stays. Work grows with the cells and
/// not with their square. A cell that may take nothing there, such as one of an area too small for the coarse grid, looks at all that it may match. The
/// result is the same for any number of threads.
/// </summary>
internal sealed class CoarseToFine
{
    /// <summary>Coarse neighbours on every side whose matches a cell looks at.</summary>
    private const int Reach = 1;

    private readonly CorrespondenceProblem _fine;
    private readonly WarpedColor _coarse;
    private readonly GateFacts? _gate;
    private readonly FineWindows _windows;
    private readonly CoarseColors _colors;
    private readonly bool[] _mayMatch;
    private readonly WarpedColor _result;

    /// <summary>Puts both grids together.</summary>
    /// <param name="fine">The problem at the larger size; its vectors are compared as they are.</param>
    /// <param name="fineReferences">Grids of its references, in their order.</param>
    /// <param name="coarse">What SPC found on the coarse grid.</param>
    /// <param name="coarseReferences">Grids of the coarse problem's references, in the same order.</param>
    /// <param name="gate">From which best product on a fine colour counts; null: from any.</param>
    public CoarseToFine(
        CorrespondenceProblem fine, IReadOnlyList<GridSize> fineReferences, WarpedColor coarse, IReadOnlyList<GridSize> coarseReferences, GateFacts? gate)
    {
        ProblemCheck.Validate(fine);
        (_fine, _coarse, _gate) = (fine, coarse, gate);
        _windows = new FineWindows(fineReferences, coarseReferences);
        int[] blocks = Array.ConvertAll(coarse.BestMatch, match => match == WarpedColor.NoMatch ? -1 : fine.ReferenceBlock[_windows.CentreOf(match)]);
        _colors = new CoarseColors(coarse, blocks, fine.Size);
        _mayMatch = MayMatch(fine);
        _result = WarpedColor.Unrelated(fine.Size);
    }

    /// <summary>Finds the colours.</summary>
    /// <param name="whole">Matches the cells that find nothing around.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public WarpedColor Warp(ICorrespondence whole, CancellationToken cancellationToken)
    {
        int[] columns = Starts(_fine.Size.Width, _coarse.Size.Width), rows = Starts(_fine.Size.Height, _coarse.Size.Height);
        RowBands.Run(
            _coarse.Size.Height, -1, () => new FineCandidates(_fine.ReferenceCount),
            (candidates, y) =>
            {
                for (int x = 0; x < _coarse.Size.Width; x++)
                {
                    Look(candidates, x, y);
                    for (int row = rows[y]; row < rows[y + 1]; row++)
                        for (int column = columns[x]; column < columns[x + 1]; column++)
                            Match(candidates, (row * _fine.Size.Width) + column);
                }
            },
            null, cancellationToken);
        return WithTheRest(whole, cancellationToken);
    }

    /// <summary>The fine cells within one coarse cell have the same candidates.</summary>
    private void Look(FineCandidates candidates, int x, int y)
    {
        candidates.Clear();
        GridSize size = _coarse.Size;
        for (int row = Math.Max(y - Reach, 0); row <= Math.Min(y + Reach, size.Height - 1); row++)
            for (int column = Math.Max(x - Reach, 0); column <= Math.Min(x + Reach, size.Width - 1); column++)
                if (_coarse.BestMatch[(row * size.Width) + column] is var match and not WarpedColor.NoMatch)
                    _windows.AddTo(candidates, match);
    }

    // Compiled optimised at once, as VectorMath is: it runs once per cell.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Match(FineCandidates candidates, int cell)
    {
        if (_fine.TargetBlock[cell] is not (var targetBlock and >= 0))
            return;
        ReadOnlySpan<bool> mayMatch = _mayMatch.AsSpan(targetBlock * _fine.ReferenceBlockCount, _fine.ReferenceBlockCount);
        ReadOnlySpan<float> vector = _fine.TargetFeatures.AsSpan(cell * _fine.Channels, _fine.Channels);
        ReadOnlySpan<int> cells = candidates.Cells;
        Span<float> products = candidates.Products;
        products.Fill(float.NegativeInfinity);
        int best = WarpedColor.NoMatch;
        float most = float.NegativeInfinity;
        for (int i = 0; i < cells.Length; i++)
        {
            if (_fine.ReferenceBlock[cells[i]] is not (var block and >= 0) || !mayMatch[block])
                continue;
            products[i] = VectorMath.Dot(vector, _fine.ReferenceFeatures.AsSpan(cells[i] * _fine.Channels, _fine.Channels));
            if (products[i] > most)
                (most, best) = (products[i], cells[i]);
        }

        if (best == WarpedColor.NoMatch)
            return;
        (float A, float B, float Confidence) found = Mean(cells, products, most);
        (float A, float B) decided = _colors.At(cell, mayMatch) ?? (found.A, found.B);
        float kept = _gate?.Kept(most) ?? 1;
        _result.A[cell] = decided.A + (kept * (found.A - decided.A));
        _result.B[cell] = decided.B + (kept * (found.B - decided.B));
        _result.Similarity[cell] = _fine.Settings.Similarity(most) * found.Confidence * _fine.TargetConfidence[cell];
        (_result.BestCosine[cell], _result.BestMatch[cell], _result.Related[cell]) = (most, best, true);
    }

    /// <summary>As in <see cref="RowSoftmax"/>, over the candidates; their products become weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (float A, float B, float Confidence) Mean(ReadOnlySpan<int> cells, Span<float> products, float most)
    {
        Vector<float> shift = new(most), scale = new(1 / _fine.Settings.Temperature);
        foreach (ref Vector<float> some in MemoryMarshal.Cast<float, Vector<float>>(products))
            some = WeightExp.Compute((some - shift) * scale);
        float weights = 0, a = 0, b = 0, confidence = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            weights += products[i];
            a += products[i] * _fine.ReferenceA[cells[i]];
            b += products[i] * _fine.ReferenceB[cells[i]];
            confidence += products[i] * _fine.ReferenceConfidence[cells[i]];
        }

        return (a / weights, b / weights, confidence / weights);
    }

    private WarpedColor WithTheRest(ICorrespondence whole, CancellationToken cancellationToken)
    {
        int[] rest = [.. _fine.TargetBlock.Select((block, cell) => _result.Related[cell] ? -1 : block)];
        HashSet<int> wanted = [.. rest.Where(block => block >= 0).Distinct().SelectMany(block => _fine.Matches[block])];
        if (wanted.Count == 0)
            return _result;
        int[] references = Array.ConvertAll(_fine.ReferenceBlock, block => wanted.Contains(block) ? block : -1);
        WarpedColor found = whole.Warp(_fine with { TargetBlock = rest, ReferenceBlock = references }, cancellationToken);
        for (int cell = 0; cell < rest.Length; cell++)
            if (found.Related[cell])
                _result.Take(found, cell);
        return _result;
    }

    /// <summary>Whether target block t may match reference block r, at t·reference blocks + r.</summary>
    private static bool[] MayMatch(CorrespondenceProblem problem)
    {
        bool[] may = new bool[problem.Matches.Length * problem.ReferenceBlockCount];
        for (int target = 0; target < problem.Matches.Length; target++)
            foreach (int reference in problem.Matches[target])
                may[(target * problem.ReferenceBlockCount) + reference] = true;
        return may;
    }

    /// <summary>For each coarse position where the fine ones begin whose centres lie in it, and the end of all.</summary>
    private static int[] Starts(int fine, int coarse)
    {
        int[] starts = new int[coarse + 1];
        for (int i = 0; i < fine; i++)
            starts[(((2 * i) + 1) * coarse / (2 * fine)) + 1] = i + 1;
        for (int i = 1; i <= coarse; i++)
            starts[i] = Math.Max(starts[i], starts[i - 1]);
        return starts;
    }
}
