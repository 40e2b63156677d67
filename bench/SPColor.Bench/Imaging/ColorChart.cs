using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Bench.Imaging;

/// <summary>A synthetic CIELAB picture whose colours are known at full size, with its working-size copy.</summary>
/// <param name="name">What the chart tries.</param>
/// <param name="working">Working size.</param>
/// <param name="factor">Enlargement, a whole number.</param>
/// <param name="paint">L*, a*, b* of a point; coordinates in working-size pixels.</param>
internal sealed class ColorChart(string name, GridSize working, int factor, Func<double, double, (double L, double A, double B)> paint)
{
    /// <summary>Working-size column of the colour edge of the edge charts, off the grid on purpose.</summary>
    public const double Edge = 26.3;

    private static readonly (double A, double B) s_left = (40, 25);
    private static readonly (double A, double B) s_right = (-25, -15);

    /// <summary>What the chart tries.</summary>
    public string Name { get; } = name;

    /// <summary>Full size.</summary>
    public GridSize Full { get; } = new(working.Width * factor, working.Height * factor);

    /// <summary>All charts.</summary>
    /// <param name="working">Working size, at least 32 wide.</param>
    /// <param name="factor">Enlargement.</param>
    public static ColorChart[] All(GridSize working, int factor)
    {
        uint seed = 1;
        return
        [
            new("edge", working, factor, (x, _) => Sides(x, 35, 70)),
            new("weak edge", working, factor, (x, _) => Sides(x, 50, 54)),
            new("edge, grain", working, factor, (x, _) => Sides(x, 35 + Grain(ref seed), 70 + Grain(ref seed))),
            new("disc", working, factor, (x, y) => Disc(x, y, working)),
            new("thin lines", working, factor, (x, _) => x % 7 < 0.6 ? (30, 50, 40) : (65, 5, -10)),
            new("texture", working, factor, (x, y) => (50 + (12 * Math.Sin(9 * x) * Math.Sin(7 * y)) + (8 * Math.Sin(x)), 30, 20)),
        ];
    }

    /// <summary>Paints the chart.</summary>
    /// <returns>Full-size L*, a*, b*, and their area averages at working size.</returns>
    public (float[] L, float[] A, float[] B, LabImage Guide, ChromaPlanes Chroma) Render()
    {
        float[] l = new float[Full.Count], a = new float[Full.Count], b = new float[Full.Count];
        LabImage guide = new(working);
        for (int i = 0; i < l.Length; i++)
        {
            int x = i % Full.Width, y = i / Full.Width;
            (double pl, double pa, double pb) = paint((x + 0.5) / factor, (y + 0.5) / factor);
            (l[i], a[i], b[i]) = ((float)pl, (float)pa, (float)pb);
            int cell = (y / factor * working.Width) + (x / factor);
            guide.L[cell] += l[i] / (factor * factor);
            guide.A[cell] += a[i] / (factor * factor);
            guide.B[cell] += b[i] / (factor * factor);
        }

        return (l, a, b, guide, new ChromaPlanes(working, guide.A, guide.B));
    }

    /// <summary>Pixels per row whose a* is off by more than a quarter of the step at the edge.</summary>
    public double EdgeBlur(float[] a)
    {
        double quarter = (s_left.A - s_right.A) / 4;
        int wrong = 0;
        for (int i = 0; i < a.Length; i++)
        {
            bool left = ((i % Full.Width) + 0.5) / factor < Edge;
            wrong += Math.Abs(a[i] - (left ? s_left.A : s_right.A)) > quarter ? 1 : 0;
        }

        return (double)wrong / Full.Height;
    }

    private static (double L, double A, double B) Sides(double x, double left, double right) =>
        x < Edge ? (left, s_left.A, s_left.B) : (right, s_right.A, s_right.B);

    private static (double L, double A, double B) Disc(double x, double y, GridSize size)
    {
        double distance = Math.Sqrt(Math.Pow(x - (size.Width / 2.0), 2) + Math.Pow(y - (size.Height / 2.0), 2));
        return distance < size.Height * 0.37 ? (40, 55, 30) : (75, -8, -25);
    }

    // Film grain: about normal, standard deviation 3.
    private static double Grain(ref uint seed)
    {
        double sum = 0;
        for (int i = 0; i < 4; i++)
        {
            seed = (seed * 1664525) + 1013904223;
            sum += (seed >> 8) / (double)(1 << 24);
        }

        return (sum - 2) * 3 * Math.Sqrt(3);
    }
}
