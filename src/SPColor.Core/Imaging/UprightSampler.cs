using System.Runtime.Intrinsics;

namespace SPColor.Core.Imaging;

/// <summary>The sampler of an upright part: columns are worked out once, and a row needs two rows of lines.</summary>
internal sealed class UprightSampler : ChromaSampler
{
    private readonly SeenPart _seen;
    private readonly int _top;
    private readonly LinearTap[] _columns;
    private readonly float[] _inside;
    private readonly Vector128<float>[] _row;
    private readonly Vector128<float>[] _step;

    /// <summary>Makes a sampler for a tile of the picture.</summary>
    public UprightSampler(Vector128<float>[] lines, GridSize working, SeenPart seen, PixelRect tile)
        : base(lines, working)
    {
        (_seen, _top) = (seen, tile.Y);
        _columns = new LinearTap[tile.Width];
        _inside = new float[tile.Width];
        _row = new Vector128<float>[working.Width];
        _step = new Vector128<float>[working.Width];
        for (int x = 0; x < tile.Width; x++)
        {
            double place = tile.X + x + 0.5 - seen.Corner.X;
            _columns[x] = LinearTap.At(place, working.Width, seen.Across.X);
            _inside[x] = Inside(place / seen.Across.X, seen.Across.X, seen.Margin);
        }
    }

    /// <inheritdoc/>
    public override void ReadRow(int y, ReadOnlySpan<float> l, Span<float> a, Span<float> b)
    {
        double place = _top + y + 0.5 - _seen.Corner.Y;
        float inside = Inside(place / _seen.Down.Y, _seen.Down.Y, _seen.Margin);
        if (inside == 0)
        {
            a[..l.Length].Clear();
            b[..l.Length].Clear();
            return;
        }

        int width = _row.Length, first = _columns[0].First, end = _columns[^1].Second + 1;
        (int above, int below, float down) = LinearTap.At(place, Working.Height, _seen.Down.Y);
        ReadOnlySpan<Vector128<float>> upper = Lines.AsSpan(above * width, width);
        ReadOnlySpan<Vector128<float>> lower = Lines.AsSpan(below * width, width);
        for (int x = first; x < end; x++)
            _row[x] = upper[x] + ((lower[x] - upper[x]) * down);
        for (int x = first; x + 1 < end; x++)
            _step[x] = _row[x + 1] - _row[x];
        for (int x = 0; x < l.Length; x++)
        {
            (int left, _, float fraction) = _columns[x];
            Vector128<float> line = _row[left] + (_step[left] * fraction);
            float part = _inside[x] * inside;
            a[x] = ((line.GetElement(0) * l[x]) + line.GetElement(2)) * part;
            b[x] = ((line.GetElement(1) * l[x]) + line.GetElement(3)) * part;
        }
    }
}
