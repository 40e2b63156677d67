using System.Runtime.Intrinsics;

namespace SPColor.Core.Imaging;

/// <summary>The sampler of a part that lies turned: every pixel has a place of its own among the lines.</summary>
internal sealed class TurnedSampler(Vector128<float>[] lines, GridSize working, SeenPart seen, PixelRect tile)
    : ChromaSampler(lines, working)
{
    private readonly double _width = seen.Across.Length;
    private readonly double _height = seen.Down.Length;

    /// <inheritdoc/>
    public override void ReadRow(int y, ReadOnlySpan<float> l, Span<float> a, Span<float> b)
    {
        for (int x = 0; x < l.Length; x++)
        {
            PlanePoint place = seen.ToPart(new PlanePoint(tile.X + x + 0.5, tile.Y + y + 0.5));
            float inside = Inside(place.X, _width, seen.Margin) * Inside(place.Y, _height, seen.Margin);
            Vector128<float> line = inside == 0 ? default : Line(place) * inside;
            a[x] = (line.GetElement(0) * l[x]) + line.GetElement(2);
            b[x] = (line.GetElement(1) * l[x]) + line.GetElement(3);
        }
    }

    private Vector128<float> Line(PlanePoint place)
    {
        (int left, int right, float across) = LinearTap.At(place.X, Working.Width, 1.0);
        (int above, int below, float down) = LinearTap.At(place.Y, Working.Height, 1.0);
        ReadOnlySpan<Vector128<float>> upper = Lines.AsSpan(above * Working.Width, Working.Width);
        ReadOnlySpan<Vector128<float>> lower = Lines.AsSpan(below * Working.Width, Working.Width);
        Vector128<float> top = upper[left] + ((upper[right] - upper[left]) * across);
        Vector128<float> bottom = lower[left] + ((lower[right] - lower[left]) * across);
        return top + ((bottom - top) * down);
    }
}
