using System.Diagnostics;
using SPColor.Core.Models;

namespace SPColor.Bench.Paper;

/// <summary>
/// The paper's networks in this product and in PyTorch, on the same cores in one run: results compared, then each step by turns, so that
/// a noisy machine hits both.
/// </summary>
internal static class PaperComparison
{
    // Of θ, φ and codes whose deviations are 1 to 3: float32 of some 40 layers.
    private const float VectorTolerance = 2e-4f;

    // CIELAB units, and hundredths of S: matching at τ = 0.01 makes differences a hundred times larger.
    private const float WarpTolerance = 0.02f;

    // CIELAB units at colours of deviation 60: random weights make rounding errors some thousand times larger through 30 layers.
    private const float ColorTolerance = 0.5f;

    private static readonly string[] s_steps = ["features", "segmentation", "colours", "change", "cached", "pair"];

    /// <summary>Prints both tables.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="folder">What training/parity/make.py full wrote.</param>
    /// <param name="pack">What spcolor models import made of its SPColor layout.</param>
    /// <param name="rounds">How often each step is run.</param>
    /// <param name="threads">Threads of either side.</param>
    public static void Print(TextWriter output, string folder, string pack, int rounds, int threads)
    {
        using var ours = new PaperPair(pack, folder, threads);
        Compare(output, ours, folder);
        using var theirs = new TorchSide(folder, threads);
        output.WriteLine("| step | PyTorch, best s | ours, best s | ratio of bests | ratio, median |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (string step in s_steps)
        {
            var times = new (double Theirs, double Ours)[rounds];
            for (int i = 0; i < rounds; i++)
                times[i] = (theirs.Run(step), Seconds(() => ours.Run(step)));
            double[] ratios = [.. times.Select(time => time.Ours / time.Theirs).Order()];
            double best = times.Min(time => time.Ours), bestOfTheirs = times.Min(time => time.Theirs);
            output.WriteLine($"| {step} | {bestOfTheirs:0.000} | {best:0.000} | {best / bestOfTheirs:0.00} | {ratios[rounds / 2]:0.00} |");
        }

        using var process = Process.GetCurrentProcess();
        output.WriteLine($"peak memory: PyTorch {theirs.Run("memory"):0} MB, ours {process.PeakWorkingSet64 / 1048576.0:0} MB");
    }

    private static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Compare(TextWriter output, PaperPair ours, string folder)
    {
        foreach ((ImageRole role, string vectors) in new[] { (ImageRole.Target, "theta"), (ImageRole.Reference, "phi_published") })
        {
            ImageFeatures features = ours.Networks.Features.Extract(ours.Picture(role), role, CancellationToken.None);
            Check(vectors, features.Match.Values, VectorTolerance, positionMajor: true);
            FeatureGrid code = ours.Networks.Segmenter.Segment(ours.Picture(role), features, CancellationToken.None);
            Check($"{role.ToString().ToLowerInvariant()}_code", code.Values, VectorTolerance, positionMajor: true);
        }

        float[] similarity = [.. ours.Result.Warped.Similarity.Select(value => 100 * value)];
        float[] expected = NumpyFile.Floats(Path.Combine(folder, "warped_published.npy"));
        float[][] planes = [.. expected.Chunk(similarity.Length)];
        Report("warped a, b", [.. ours.Result.Warped.A, .. ours.Result.Warped.B], [.. planes[0], .. planes[1]], WarpTolerance);
        Report("100 S", similarity, [.. planes[2].Select(value => 100 * value)], WarpTolerance);
        ChromaPlanes chroma = ours.Networks.Color.Colorize(
            ours.Picture(ImageRole.Target), ours.Result.Warped with { A = planes[0], B = planes[1], Similarity = planes[2] }, CancellationToken.None);
        Check("ab_published", [.. chroma.A, .. chroma.B], ColorTolerance, positionMajor: false);

        void Check(string name, float[] actual, float tolerance, bool positionMajor)
        {
            float[] numbers = NumpyFile.Floats(Path.Combine(folder, $"{name}.npy"));
            Report(name, actual, positionMajor ? Transposed(numbers, numbers.Length / (name.EndsWith("code", StringComparison.Ordinal) ? 1024 : 4096)) : numbers, tolerance);
        }

        void Report(string name, float[] actual, float[] numbers, float tolerance)
        {
            float worst = actual.Zip(numbers, (x, y) => MathF.Abs(x - y)).Max();
            float mean = actual.Zip(numbers, (x, y) => MathF.Abs(x - y)).Average();
            output.WriteLine($"{name}: mean difference {mean:g2}, largest {worst:g2}, allowed {tolerance:g2}{(worst <= tolerance ? "" : ": TOO LARGE")}");
        }
    }

    private static float[] Transposed(float[] planes, int channels)
    {
        int cells = planes.Length / channels;
        float[] vectors = new float[planes.Length];
        for (int i = 0; i < planes.Length; i++)
            vectors[(i % cells * channels) + (i / cells)] = planes[i];
        return vectors;
    }
}
