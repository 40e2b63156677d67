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
        int stride = size.Width / classes.Size.Width;
        PixelBuffer map = LabPainter.Paint(size, pixel =>
        {
            int cell = size.CellOf(pixel, classes.Size);
            float l = LightnessFloor + LightnessRange * picture.Image.L[pixel];
            if (classes.Ids[cell] == ClassMap.None)
                return (l, 0, 0);
            var (a, b) = AreaPalette.Chroma(classes.Ids[cell]);
            return IsBorder(classes, cell) ? (l * BorderDarkening, a, b) : (l, a, b);
        });
        for (int id = 0; id < classes.ClassCount; id++)
        {
            if (FindCentre(classes, id) is { } centre)
            {
                int scale = stride * LabPainter.Zoom;
                Digits.Draw(map, id, centre.X * scale + scale / 2, centre.Y * scale + scale / 2, dot: LabPainter.Zoom);
            }
        }
        return map;
    }

    private static bool IsBorder(ClassMap classes, int cell)
    {
        bool lastColumn = cell % classes.Size.Width == classes.Size.Width - 1, lastRow = cell + classes.Size.Width >= classes.Size.Count;
        return (!lastColumn && classes.Ids[cell] != classes.Ids[cell + 1])
            || (!lastRow && classes.Ids[cell] != classes.Ids[cell + classes.Size.Width]);
    }

    /// <summary>The cell of the area that is farthest from other areas (chessboard distance), so that its number lies inside.</summary>
    private static (int X, int Y)? FindCentre(ClassMap classes, int id)
    {
        var (width, height) = (classes.Size.Width, classes.Size.Height);
        if (classes.Ids.Count(other => other == id) < SmallestNumberedShare * classes.Size.Count)
            return null;
        int[] depth = new int[classes.Size.Count];
        (int Cell, int Depth) best = (0, -1);
        // Side of the largest square of this area whose lower right corner is the cell; its middle is well inside.
        for (int cell = 0; cell < depth.Length; cell++)
        {
            if (classes.Ids[cell] != id)
                continue;
            var (x, y) = (cell % width, cell / width);
            depth[cell] = x == 0 || y == 0 ? 1 : 1 + Math.Min(depth[cell - 1], Math.Min(depth[cell - width], depth[cell - width - 1]));
            if (depth[cell] > best.Depth)
                best = (cell, depth[cell]);
        }
        return (best.Cell % width - best.Depth / 2, Math.Min(best.Cell / width, height - 1) - best.Depth / 2);
    }
}
