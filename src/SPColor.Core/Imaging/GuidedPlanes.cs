using SPColor.Core.Models;

namespace SPColor.Core.Imaging;

/// <summary>Planes at working size that are wanted at full size, there following the luminance as colours do (<see cref="ChromaUpsampler"/>). Immutable.</summary>
public sealed class GuidedPlanes
{
    private readonly ChromaUpsampler[] _pairs;

    /// <summary>Fits the planes to the guide.</summary>
    /// <param name="planes">Any number of any range, each of the guide's size; outside the part that the guide shows they are 0.</param>
    /// <param name="guide">The picture at working size.</param>
    public GuidedPlanes(IReadOnlyList<float[]> planes, LabImage guide)
    {
        ArgumentNullException.ThrowIfNull(planes);
        ArgumentNullException.ThrowIfNull(guide);
        Count = planes.Count;
        _pairs = [.. planes.Chunk(2).Select(pair => new ChromaUpsampler(new ChromaPlanes(guide.Size, pair[0], pair[^1]), guide))];
    }

    /// <summary>Number of planes.</summary>
    public int Count { get; }

    /// <summary>Makes a reader of rows for a tile, whose rows and columns count from its corner; one per thread.</summary>
    /// <param name="full">Size of the picture.</param>
    /// <param name="tile">Inside it.</param>
    public GuidedRows For(GridSize full, PixelRect tile) => new(Array.ConvertAll(_pairs, pair => pair.For(full, tile)), Count, tile.Width);
}

/// <summary>Gives rows of <see cref="GuidedPlanes"/> at full size.</summary>
public sealed class GuidedRows
{
    private readonly ChromaSampler[] _pairs;
    private readonly float[][] _values;

    internal GuidedRows(ChromaSampler[] pairs, int count, int width)
    {
        _pairs = pairs;
        _values = [.. Enumerable.Range(0, 2 * pairs.Length).Select(_ => new float[width])];
        Values = _values[..count];
    }

    /// <summary>The row of every plane that was computed last.</summary>
    public IReadOnlyList<float[]> Values { get; }

    /// <summary>Computes one row into <see cref="Values"/>.</summary>
    /// <param name="y">Row of the tile.</param>
    /// <param name="l">L* of that row.</param>
    public void Read(int y, ReadOnlySpan<float> l)
    {
        for (int pair = 0; pair < _pairs.Length; pair++)
            _pairs[pair].ReadRow(y, l, _values[2 * pair], _values[(2 * pair) + 1]);
    }
}
