using SPColor.Core.Imaging;

namespace SPColor.Core.Models;

/// <summary>A grid of vectors, position-major: the vector of cell <c>i</c> is <c>Values[i·Channels … (i+1)·Channels)</c>.</summary>
/// <param name="Size">Cells.</param>
/// <param name="Channels">Length of each vector.</param>
/// <param name="Values">Size.Count · Channels numbers.</param>
public sealed record FeatureGrid(GridSize Size, int Channels, float[] Values)
{
    /// <summary>The vector of cell <paramref name="index"/>.</summary>
    /// <param name="index">y·width + x.</param>
    public Span<float> this[int index] => Values.AsSpan(index * Channels, Channels);
}
