using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Segmentation;

namespace SPColor.Worker.Maps;

/// <summary>The areas of a picture in false colours over its luminance, each with its id.</summary>
internal static class AreaMap
{
    private const float BorderDarkening = 0.55f;

    // Texture stays visible, but very dark and very bright pictures still show their areas' colours.
    private const float LightnessFloor = 25, LightnessRange = 0.6f;

    // Smaller shares would be hidden by their own number.
    private const double SmallestNumberedShare = 0.005;

    public static PixelBuffer Paint(PreparedImage picture, ClassMap classes)
    {
        GridSize size = picture.Image.Size;
        AreaPlane areas = classes.Finest();
        int stride = size.Width / areas.Size.Width;
        PixelBuffer map = LabPainter.Paint(size, pixel =>
        {
            int cell = size.CellOf(pixel, areas.Size);
            float l = LightnessFloor + LightnessRange * picture.Image.L[pixel];
            if (areas[cell] == ClassMap.None)
                return (l, 0, 0);
            var (a, b) = AreaPalette.Chroma(areas[cell]);
            return IsBorder(areas, cell) ? (l * BorderDarkening, a, b) : (l, a, b);
        });
        for (int id = 0; id < classes.ClassCount; id++)
        {
            if (FindCentre(areas, id) is { } centre)
            {
                int scale = stride * LabPainter.Zoom;
                Digits.Draw(map, id, centre.X * scale + scale / 2, centre.Y * scale + scale / 2, dot: LabPainter.Zoom);
            }
        }
        return map;
    }

    private static bool IsBorder(AreaPlane areas, int cell)
    {
        bool lastColumn = cell % areas.Size.Width == areas.Size.Width - 1, lastRow = cell + areas.Size.Width >= areas.Size.Count;
        return (!lastColumn && areas.Ids[cell] != areas.Ids[cell + 1])
            || (!lastRow && areas.Ids[cell] != areas.Ids[cell + areas.Size.Width]);
    }

    /// <summary>The position of the area that is farthest from other areas (chessboard distance), so that its number lies inside.</summary>
    private static (int X, int Y)? FindCentre(AreaPlane areas, int id)
    {
        var (width, height) = (areas.Size.Width, areas.Size.Height);
        if (areas.Ids.Count(other => other == id) < SmallestNumberedShare * areas.Size.Count)
            return null;
        int[] depth = new int[areas.Size.Count];
        (int Cell, int Depth) best = (0, -1);
        // Side of the largest square of this area whose lower right corner is the cell; its middle is well inside.
        for (int cell = 0; cell < depth.Length; cell++)
        {
            if (areas.Ids[cell] != id)
                continue;
            var (x, y) = (cell % width, cell / width);
            depth[cell] = x == 0 || y == 0 ? 1 : 1 + Math.Min(depth[cell - 1], Math.Min(depth[cell - width], depth[cell - width - 1]));
            if (depth[cell] > best.Depth)
                best = (cell, depth[cell]);
        }
        return (best.Cell % width - best.Depth / 2, Math.Min(best.Cell / width, height - 1) - best.Depth / 2);
    }
}
