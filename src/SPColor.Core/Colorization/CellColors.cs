using SPColor.Core.Imaging;

namespace SPColor.Core.Colorization;

/// <summary>Mean luminance, colour and visibility of every correspondence cell: stride×stride average pooling (spcolor.md §1.8).</summary>
/// <param name="L">Mean L* of the visible pixels.</param>
/// <param name="A">Mean a* of the visible pixels.</param>
/// <param name="B">Mean b* of the visible pixels.</param>
/// <param name="Coverage">Mean visibility, 0…1.</param>
public sealed record CellColors(float[] L, float[] A, float[] B, float[] Coverage)
{
    /// <summary>Pools <paramref name="image"/> to <paramref name="grid"/>; the image's sides are multiples of the grid's.</summary>
    internal static CellColors Pool(LabImage image, GridSize grid)
    {
        var cells = new CellColors(new float[grid.Count], new float[grid.Count], new float[grid.Count], new float[grid.Count]);
        int stride = image.Size.Width / grid.Width;
        for (int cell = 0; cell < grid.Count; cell++)
        {
            float l = 0, a = 0, b = 0, coverage = 0;
            int corner = (cell / grid.Width * image.Size.Width + cell % grid.Width) * stride;
            for (int y = 0; y < stride; y++)
                for (int x = 0; x < stride; x++)
                {
                    int pixel = corner + y * image.Size.Width + x;
                    float visible = image.Coverage[pixel];
                    l += visible * image.L[pixel];
                    a += visible * image.A[pixel];
                    b += visible * image.B[pixel];
                    coverage += visible;
                }
            if (coverage > 0)
            {
                cells.L[cell] = l / coverage;
                cells.A[cell] = a / coverage;
                cells.B[cell] = b / coverage;
            }
            cells.Coverage[cell] = coverage / (stride * stride);
        }
        return cells;
    }
}
