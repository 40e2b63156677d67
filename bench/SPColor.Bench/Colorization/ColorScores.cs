using SPColor.Core.Imaging;

namespace SPColor.Bench.Colorization;

/// <summary>Means over pictures: distance in the a*b* plane, and colourfulness as a share of the truth's.</summary>
internal sealed class ColorScores
{
    private readonly Dictionary<string, List<(double Error, double Colorfulness)>> _scores = [];
    private readonly List<double> _trueColorfulness = [];
    private LabImage? _truth;

    /// <summary>Goes on to the next picture.</summary>
    public void Begin(LabImage truth)
    {
        _truth = truth;
        _trueColorfulness.Add(Colorfulness(i => (truth.A[i], truth.B[i])));
    }

    /// <summary>Scores one method on the current picture.</summary>
    public void Add(string method, Func<int, (float A, float B)> color)
    {
        LabImage truth = _truth!;
        double error = Enumerable.Range(0, truth.Size.Count).Average(i =>
        {
            var (a, b) = color(i);
            return Math.Sqrt(Math.Pow(a - truth.A[i], 2) + Math.Pow(b - truth.B[i], 2));
        });
        if (!_scores.TryGetValue(method, out var list))
            _scores[method] = list = [];
        list.Add((error, Colorfulness(color)));
    }

    public void Print(TextWriter output, string title)
    {
        output.WriteLine($"{title}: {_trueColorfulness.Count} pictures");
        output.WriteLine();
        output.WriteLine("| method | mean ab error | median picture | worst tenth from | colourfulness, truth = 100 % |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (var (method, list) in _scores)
        {
            double[] errors = [.. list.Select(score => score.Error).Order()];
            double colorfulness = list.Average(score => score.Colorfulness) / _trueColorfulness.Average();
            output.WriteLine(
                $"| {method} | {errors.Average():0.0} | {errors[errors.Length / 2]:0.0} | {errors[errors.Length * 9 / 10]:0.0} | {colorfulness:0 %} |");
        }
        output.WriteLine();
    }

    /// <summary>Spread and mean of chroma: Hasler and Süsstrunk's measure taken in the a*b* plane.</summary>
    private double Colorfulness(Func<int, (float A, float B)> color)
    {
        (float A, float B)[] values = [.. Enumerable.Range(0, _truth!.Size.Count).Select(color)];
        double meanA = values.Average(v => (double)v.A), meanB = values.Average(v => (double)v.B);
        double variance = values.Average(v => Math.Pow(v.A - meanA, 2) + Math.Pow(v.B - meanB, 2));
        return Math.Sqrt(variance) + 0.3 * Math.Sqrt(meanA * meanA + meanB * meanB);
    }
}
