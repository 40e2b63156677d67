using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Bench.Imaging;

/// <summary>The peer of step 8: plain bilinear enlargement of a*, b*, the same colour conversion, no edges, no gamut mapping.</summary>
internal static class BilinearMerge
{
    public static void Run(PixelBuffer picture, ChromaPlanes chroma) =>
        Parallel.For(
            0,
            picture.Size.Height,
            () => (L: new float[picture.Size.Width], A: new float[picture.Size.Width], B: new float[picture.Size.Width]),
            (y, _, rows) =>
            {
                Enlarge(chroma.A, chroma.Size, picture.Size, y, rows.A);
                Enlarge(chroma.B, chroma.Size, picture.Size, y, rows.B);
                SrgbLabConverter.RowToLightness(picture.Row(y), picture.Format, rows.L);
                SrgbLabConverter.LabToRow(rows.L, rows.A, rows.B, picture.Format, picture.Row(y));
                return rows;
            },
            _ => { });

    private static void Enlarge(float[] plane, GridSize from, GridSize to, int y, float[] row)
    {
        float sourceY = Math.Clamp((y + 0.5f) * from.Height / to.Height - 0.5f, 0, from.Height - 1);
        int top = Math.Min((int)sourceY, from.Height - 2);
        float scale = (float)from.Width / to.Width, down = sourceY - top;
        for (int x = 0; x < row.Length; x++)
        {
            float sourceX = Math.Clamp((x + 0.5f) * scale - 0.5f, 0, from.Width - 1);
            int left = Math.Min((int)sourceX, from.Width - 2), at = top * from.Width + left;
            float right = sourceX - left;
            float upper = plane[at] + right * (plane[at + 1] - plane[at]);
            float lower = plane[at + from.Width] + right * (plane[at + from.Width + 1] - plane[at + from.Width]);
            row[x] = upper + down * (lower - upper);
        }
    }
}
