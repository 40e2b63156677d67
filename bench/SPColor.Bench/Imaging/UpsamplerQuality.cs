using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Bench.Imaging;

/// <summary>How near upsampled colours come to the truth: bilinear, ours with several parameters, and the fast global smoother.</summary>
internal static class UpsamplerQuality
{
    /// <summary>The published video colouriser's 4 steps of 255, in L* units.</summary>
    private const float PeerSigma = 4 / 2.55f;

    private static readonly (int Radius, float Epsilon)[] s_settings =
        [(1, 1), (1, 4), (1, 16), (2, 4), (2, 16), (2, 64), (4, 4), (4, 16), (4, 64)];

    private delegate (float[] A, float[] B) Method(float[] l, GridSize full, LabImage guide, ChromaPlanes chroma);

    /// <summary>Prints mean a*b* errors, and for the edge charts the pixels per row on the wrong side of the edge.</summary>
    /// <param name="output">Receives a table.</param>
    /// <param name="photoFolder">Folder of raw pictures <c>name_WIDTHxHEIGHT.rgba</c> (8 bits), or null.</param>
    public static void Print(TextWriter output, string? photoFolder)
    {
        foreach ((string name, Method method) in Methods())
        {
            foreach (int factor in new[] { 4, 8, 16 })
            {
                IEnumerable<string> cells = ColorChart.All(new GridSize(64, 48), factor).Select(chart => Score(chart, method));
                output.WriteLine($"{name,-16} {factor,2}x  {string.Join("  ", cells)}");
            }

            if (photoFolder is not null)
            {
                IEnumerable<string> cells = new[] { 4, 8 }.Select(factor =>
                    $"{factor}x {PhotoError(photoFolder, factor, 1, method):F2}, soft {PhotoError(photoFolder, factor, 2, method):F2}");
                output.WriteLine($"{name,-16} photos {string.Join("  ", cells)}");
            }
        }
    }

    /// <summary>Upsamples with the product's upsampler.</summary>
    public static (float[] A, float[] B) Guided(
        float[] l, GridSize full, LabImage guide, ChromaPlanes chroma, int radius, float epsilon)
    {
        float[] a = new float[l.Length], b = new float[l.Length];
        ChromaSampler sampler = new ChromaUpsampler(chroma, guide, radius, epsilon).For(full);
        for (int y = 0; y < full.Height; y++)
        {
            Range row = (y * full.Width)..((y + 1) * full.Width);
            sampler.ReadRow(y, l.AsSpan()[row], a.AsSpan()[row], b.AsSpan()[row]);
        }

        return (a, b);
    }

    /// <summary>Upsamples bilinearly between pixel centres.</summary>
    public static (float[] A, float[] B) Bilinear(GridSize full, ChromaPlanes chroma) =>
        (Enlarge(chroma.A, chroma.Size, full), Enlarge(chroma.B, chroma.Size, full));

    /// <summary>Mean distance in the a*b* plane.</summary>
    public static double MeanError(float[] a, float[] b, float[] trueA, float[] trueB)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Sqrt(Math.Pow(a[i] - trueA[i], 2) + Math.Pow(b[i] - trueB[i], 2));
        return sum / a.Length;
    }

    private static IEnumerable<(string Name, Method Method)> Methods()
    {
        yield return ("bilinear", (_, full, _, chroma) => Bilinear(full, chroma));
        foreach ((int radius, float epsilon) in s_settings)
        {
            yield return ($"guided r{radius} e{epsilon}", (l, full, guide, chroma) => Guided(l, full, guide, chroma, radius, epsilon));
        }

        yield return ("fgs 500/4", (l, full, _, chroma) => Smoothed(l, full, chroma, 500));
        yield return ("fgs 50/4", (l, full, _, chroma) => Smoothed(l, full, chroma, 50));
    }

    public static (float[] A, float[] B) Smoothed(float[] l, GridSize full, ChromaPlanes chroma, float lambda)
    {
        (float[] a, float[] b) = Bilinear(full, chroma);
        FastGlobalSmoother.Smooth([a, b], new GuideLinks(l, full, PeerSigma), lambda, null, CancellationToken.None);
        return (a, b);
    }

    private static string Score(ColorChart chart, Method method)
    {
        (float[] l, float[] trueA, float[] trueB, LabImage guide, ChromaPlanes chroma) = chart.Render();
        (float[] a, float[] b) = method(l, chart.Full, guide, chroma);
        string edge = chart.Name.Contains("edge", StringComparison.Ordinal) ? $" ({chart.EdgeBlur(a):F2} px)" : "";
        return $"{chart.Name} {MeanError(a, b, trueA, trueB):F2}{edge}";
    }

    // Softness 2: colours of half the working resolution, as networks give them, under a guide of the whole.
    private static double PhotoError(string folder, int factor, int softness, Method method)
    {
        List<double> errors = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.rgba").Order(StringComparer.Ordinal))
        {
            int[] sides = [.. Path.GetFileNameWithoutExtension(path).Split('_')[^1].Split('x').Select(int.Parse)];
            PixelBuffer photo = new(new GridSize(sides[0], sides[1]), PixelFormat.Rgba8);
            File.ReadAllBytes(path).CopyTo(photo.Bytes, 0);
            LabImage truth = WorkingImageReader.Read(photo, photo.Size, null, CancellationToken.None);
            GridSize working = new(sides[0] / factor, sides[1] / factor);
            LabImage guide = WorkingImageReader.Read(photo, working, null, CancellationToken.None);
            GridSize coarse = new(working.Width / softness, working.Height / softness);
            LabImage colors = WorkingImageReader.Read(photo, coarse, null, CancellationToken.None);
            (float[] softA, float[] softB) = Bilinear(working, new ChromaPlanes(coarse, colors.A, colors.B));
            (float[] a, float[] b) = method(truth.L, photo.Size, guide, new ChromaPlanes(working, softA, softB));
            errors.Add(MeanError(a, b, truth.A, truth.B));
        }

        return errors.Average();
    }

    private static float[] Enlarge(float[] plane, GridSize from, GridSize to)
    {
        float[] result = new float[to.Count];
        WorkingMap map = new(to, from);
        for (int i = 0; i < result.Length; i++)
        {
            (double x, double y) = map.ToWorking(i % to.Width, i / to.Width);
            (x, y) = (Math.Clamp(x, 0, from.Width - 1), Math.Clamp(y, 0, from.Height - 1));
            int x0 = Math.Min((int)x, from.Width - 2), y0 = Math.Min((int)y, from.Height - 2);
            int at = (y0 * from.Width) + x0;
            double top = plane[at] + ((plane[at + 1] - plane[at]) * (x - x0));
            double bottom = plane[at + from.Width] + ((plane[at + from.Width + 1] - plane[at + from.Width]) * (x - x0));
            result[i] = (float)(top + ((bottom - top) * (y - y0)));
        }

        return result;
    }
}
