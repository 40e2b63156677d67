using PaintDotNet.Effects;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Rendering;

/// <summary>The rectangles that OnRender is called with.</summary>
internal static class TileSchedule
{
    private const int Side = 128;

    public static IReadOnlyList<RectInt32> For(BitmapEffectRenderingSchedule schedule, RectInt32 area)
    {
        if (!area.HasArea) return [];
        (int width, int height) = schedule switch
        {
            BitmapEffectRenderingSchedule.SquareTiles => (Side, Side),
            BitmapEffectRenderingSchedule.HorizontalStrips => (area.Width, Side),
            _ => (area.Width, area.Height),
        };
        List<RectInt32> tiles = [];
        for (int y = area.Top; y < area.Bottom; y += height)
        {
            for (int x = area.Left; x < area.Right; x += width)
            {
                tiles.Add(RectInt32.Intersect(area, new RectInt32(x, y, width, height)));
            }
        }
        return tiles;
    }
}
