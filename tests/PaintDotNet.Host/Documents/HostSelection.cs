using PaintDotNet.ComponentModel;
using PaintDotNet.Direct2D1;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Documents;

/// <summary>A rectangle, hard or with an edge that fades linearly over twice the feather.</summary>
internal sealed class HostSelection : RefTrackedObject, IBitmapEffectSelectionInfo
{
    private readonly RectInt32 rect;
    private readonly int feather;
    private readonly SizeInt32 canvas;

    public HostSelection(SizeInt32 canvas, RectInt32? rect, int feather)
    {
        var whole = new RectInt32(Point2Int32.Zero, canvas);
        (this.canvas, this.rect, this.feather) = (canvas, rect ?? whole, feather);
        RenderBounds = RectInt32.Intersect(RectInt32.Inflate(this.rect, feather, feather), whole);
        IsWholeCanvas = rect is null;
    }

    public bool IsWholeCanvas { get; }

    public RectInt32 RenderBounds { get; }

    public IReadOnlyList<RectInt32> RenderScans => [RenderBounds];

    public IGeometry Geometry => new HostGeometry();

    public IEffectInputBitmap<ColorAlpha8> MaskBitmap
    {
        get
        {
            var mask = new MemoryBitmap<ColorAlpha8>(canvas);
            for (int y = 0; y < canvas.Height; y++)
            {
                Span<ColorAlpha8> row = mask.Region.Rows[y].Span;
                for (int x = 0; x < canvas.Width; x++) row[x] = new ColorAlpha8(Coverage(x, y));
            }
            return new HostInputBitmap<ColorAlpha8>(mask);
        }
    }

    /// <summary>0 outside, 255 inside.</summary>
    public byte Coverage(int x, int y)
    {
        if (IsWholeCanvas) return byte.MaxValue;
        if (feather == 0) return rect.Contains(x, y) ? byte.MaxValue : byte.MinValue;
        double outside = Math.Max(
            Math.Max(rect.Left - (x + 0.5), x + 0.5 - rect.Right),
            Math.Max(rect.Top - (y + 0.5), y + 0.5 - rect.Bottom));
        return (byte)Math.Round(255 * Math.Clamp(0.5 - outside / (2 * feather), 0, 1));
    }

    private sealed class HostGeometry : RefTrackedObject, IGeometry
    {
    }
}
