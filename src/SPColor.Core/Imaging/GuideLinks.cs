using System.Buffers;
using System.Numerics;
using SPColor.Core.Correspondence;

namespace SPColor.Core.Imaging;

/// <summary>
/// How strongly neighbours are tied to each other, w = e^(−|ΔL|/σ): 1 in flat parts, next to nothing across an edge of the guide,
/// 0 between different regions. Its buffers are pooled, as <see cref="LineSolver.Memory"/> is.
/// </summary>
internal sealed class GuideLinks : IDisposable
{
    /// <summary>Computes the links of every position with its right and its lower neighbour.</summary>
    /// <param name="guide">L* 0…100, row-major.</param>
    /// <param name="size">Its size.</param>
    /// <param name="sigma">σ in L* units, above 0.</param>
    /// <param name="regions">Number of every position's region; null: all one.</param>
    public GuideLinks(float[] guide, GridSize size, float sigma, float[]? regions = null)
    {
        Rows = new LineLayout(size, acrossRows: true);
        Columns = new LineLayout(size, acrossRows: false);
        AlongRows = Links(Rows, guide, sigma, regions);
        AlongColumns = Links(Columns, guide, sigma, regions);
    }

    /// <summary>Layout of the rows.</summary>
    public LineLayout Rows { get; }

    /// <summary>Layout of the columns.</summary>
    public LineLayout Columns { get; }

    /// <summary>The link of every position with the next of its row; 0 at the end.</summary>
    public Vector<float>[] AlongRows { get; }

    /// <summary>The link of every position with the next of its column; 0 at the end.</summary>
    public Vector<float>[] AlongColumns { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<Vector<float>>.Shared.Return(AlongRows);
        ArrayPool<Vector<float>>.Shared.Return(AlongColumns);
    }

    private static Vector<float>[] Links(LineLayout layout, float[] guide, float sigma, float[]? regions)
    {
        Vector<float>[] links = ArrayPool<Vector<float>>.Shared.Rent(layout.Count);
        layout.Read(guide, links);
        Vector<float> scale = new(-1 / sigma);
        int last = (layout.Length - 1) * layout.Pitch;
        for (int i = 0; i < last; i++)
            links[i] = WeightExp.Compute(Vector.Abs(links[i + layout.Pitch] - links[i]) * scale);
        links.AsSpan(last..layout.Count).Clear();
        if (regions is not null)
            Cut(layout, links, regions);
        return links;
    }

    private static void Cut(LineLayout layout, Vector<float>[] links, float[] regions)
    {
        Vector<float>[] region = ArrayPool<Vector<float>>.Shared.Rent(layout.Count);
        layout.Read(regions, region);
        for (int i = 0; i + layout.Pitch < layout.Count; i++)
            links[i] = Vector.ConditionalSelect(Vector.Equals(region[i], region[i + layout.Pitch]), links[i], Vector<float>.Zero);
        ArrayPool<Vector<float>>.Shared.Return(region);
    }
}
