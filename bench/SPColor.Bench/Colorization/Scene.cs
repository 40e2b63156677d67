using SPColor.Core.Imaging;

namespace SPColor.Bench.Colorization;

/// <summary>A synthetic picture with several areas: bright sky, textured ground, a few discs; coloured by place.</summary>
internal static class Scene
{
    private const int Seed = 3, Discs = 12;

    public static PixelBuffer Create(GridSize size)
    {
        var random = new Random(Seed);
        var discs = Enumerable.Range(0, Discs)
            .Select(_ => (X: random.NextDouble(), Y: random.NextDouble(), R: 0.03 + 0.1 * random.NextDouble(), L: 100 * random.NextDouble()))
            .ToArray();
        var picture = new PixelBuffer(size, PixelFormat.Rgba8);
        float[] l = new float[size.Width], a = new float[size.Width], b = new float[size.Width];
        for (int y = 0; y < size.Height; y++)
        {
            double v = (double)y / size.Height;
            for (int x = 0; x < size.Width; x++)
            {
                double u = (double)x / size.Width;
                var disc = discs.FirstOrDefault(disc => Math.Pow(u - disc.X, 2) + Math.Pow(v - disc.Y, 2) < disc.R * disc.R, (0, 0, 0, -1));
                double light = disc.L >= 0 ? disc.L : v < 0.5 ? 85 - 20 * v : 45 + 10 * random.NextDouble();
                (l[x], a[x], b[x]) = ((float)light, (float)(30 * Math.Sin(9 * u)), (float)(30 * Math.Cos(7 * v)));
            }
            picture.Row(y).Fill(byte.MaxValue);
            SrgbLabConverter.LabToRow(l, a, b, picture.Format, picture.Row(y));
        }
        return picture;
    }
}
