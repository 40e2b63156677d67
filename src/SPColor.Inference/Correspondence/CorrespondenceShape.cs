using SPColor.Core.Correspondence;

namespace SPColor.Inference.Correspondence;

/// <summary>The padded static shape of a problem, so that problems of almost the same size share their sessions.</summary>
/// <param name="Rows">Target cells of one tile.</param>
/// <param name="Tiles">Number of tiles.</param>
/// <param name="Columns">Reference cells.</param>
/// <param name="Channels">Length of a vector.</param>
/// <param name="Width">Columns of the block matrices.</param>
internal readonly record struct CorrespondenceShape(int Rows, int Tiles, int Columns, int Channels, int Width)
{
    /// <summary>Above this many cells on either side the target is cut into tiles.</summary>
    internal const int UntiledCells = 4096;

    /// <summary>Most logits of one tile, and again as many weights: 2 × 128 MiB.</summary>
    internal const int TileLogits = 32 << 20;

    private const int CellMultiple = 64;
    private const int BlockMultiple = 128;

    /// <summary>Target cells with padding.</summary>
    internal int PaddedTarget => checked(Rows * Tiles);

    /// <summary>The shape of a problem.</summary>
    /// <param name="problem">The problem.</param>
    internal static CorrespondenceShape Of(CorrespondenceProblem problem)
    {
        int target = RoundUp(problem.Size.Count, CellMultiple);
        int columns = RoundUp(Math.Max(problem.ReferenceCount, 1), CellMultiple);
        bool tiled = target > UntiledCells || columns > UntiledCells;
        int fitting = TileLogits / columns / CellMultiple * CellMultiple;
        int rows = tiled ? Math.Clamp(fitting, CellMultiple, Math.Min(target, UntiledCells)) : target;
        int blocks = Math.Max(Math.Max(problem.Matches.Length, problem.ReferenceBlockCount), 1);
        return new(rows, (target + rows - 1) / rows, columns, problem.Channels, RoundUp(blocks, BlockMultiple));
    }

    private static int RoundUp(int value, int multiple) => checked((value + multiple - 1) / multiple * multiple);
}
