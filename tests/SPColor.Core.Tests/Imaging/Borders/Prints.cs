using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging.Borders;

/// <summary>Photos in drawn surrounds; values are channel steps 0…255.</summary>
internal static class Prints
{
    public static readonly GridSize Photo = new(240, 180);

    /// <summary>Sky over hills over a textured ground; nowhere flat at an edge for long.</summary>
    public static int Scene(int x, int y)
    {
        double sky = 150 + (40.0 * y / Photo.Height) + (12 * Math.Sin(x / 9.0)), hills = 70 + (25 * Math.Sin(x / 7.0 + y / 5.0));
        double ground = 95 + (30 * Math.Sin(x * 0.9) * Math.Cos(y * 0.7)) + ((x * 7919 + y * 104729) % 23);
        double horizon = Photo.Height * (0.45 + (0.08 * Math.Sin(x / 20.0)));
        return (int)(y < horizon - 15 ? sky : y < horizon ? hills : ground);
    }

    /// <summary>The photo in an upright border.</summary>
    /// <param name="left">Columns of the border left and right.</param>
    /// <param name="top">Rows of the border above and below.</param>
    /// <param name="border">Its value at a place of the whole.</param>
    public static PixelBuffer Framed(int left, int top, Func<int, int, int> border) => Grey(
        new(Photo.Width + (2 * left), Photo.Height + (2 * top)),
        (x, y) => Inside(x - left, y - top) ? Scene(x - left, y - top) : border(x, y));

    /// <summary>The photo as a print on a scanner's bed, turned to the right around its middle.</summary>
    /// <param name="margin">Bed around the print, in pixels.</param>
    /// <param name="degrees">Of the turn.</param>
    /// <param name="bed">Value of the bed.</param>
    /// <param name="lid">Columns of the lid's dark edge at the right.</param>
    public static PixelBuffer OnBed(int margin, double degrees, int bed, int lid)
    {
        GridSize size = new(Photo.Width + (2 * margin), Photo.Height + (2 * margin));
        double cosine = Math.Cos(degrees * Math.PI / 180), sine = Math.Sin(degrees * Math.PI / 180);
        return Grey(size, (x, y) =>
        {
            // Four places of a pixel, so that the print's edges are soft.
            double sum = 0;
            for (int i = 0; i < 4; i++)
            {
                double fromX = x + 0.25 + (0.5 * (i % 2)) - (size.Width / 2.0), fromY = y + 0.25 + (0.5 * (i / 2)) - (size.Height / 2.0);
                double px = (fromX * cosine) + (fromY * sine) + (Photo.Width / 2.0), py = (fromY * cosine) - (fromX * sine) + (Photo.Height / 2.0);
                bool inside = Inside((int)Math.Floor(px), (int)Math.Floor(py));
                sum += inside ? Scene((int)px, (int)py) : (bed + Noise(x, y, 2)) * (x >= size.Width - lid ? 0.25 : 1);
            }

            return (int)(sum / 4);
        });
    }

    /// <summary>A grey picture.</summary>
    public static PixelBuffer Grey(GridSize size, Func<int, int, int> value) => Pictures.Paint(size, PixelFormat.Rgba8, (x, y) =>
    {
        int v = Math.Clamp(value(x, y), 0, 255);
        return (v, v, v, 255);
    });

    /// <summary>Evenly spread −reach … reach, the same at every run.</summary>
    public static int Noise(int x, int y, int reach)
    {
        uint hash = ((uint)x * 374761393) + ((uint)y * 668265263);
        hash = (hash ^ (hash >> 13)) * 1274126177;
        return (int)((hash >> 8) % (uint)((2 * reach) + 1)) - reach;
    }

    private static bool Inside(int x, int y) => x >= 0 && y >= 0 && x < Photo.Width && y < Photo.Height;
}
