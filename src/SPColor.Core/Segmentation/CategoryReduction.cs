using SPColor.Core.Models;

namespace SPColor.Core.Segmentation;

/// <summary>
/// Step 4, category reduction (the paper's CRA, spcolor.md §1.6): groups the prior's centres into N areas by k-means. Same prior
/// and N, same ids: area k grew from the k-th initial centre; with N equal to the number of centres, area k is centre k.
/// </summary>
public sealed class CategoryReduction
{
    private readonly int[] _classOfCentre;

    private CategoryReduction(ClassPrior prior, int count, int[] classOfCentre, float[] centres)
    {
        Prior = prior;
        Count = count;
        _classOfCentre = classOfCentre;
        Centres = centres;
    }

    /// <summary>The prior that was reduced.</summary>
    public ClassPrior Prior { get; }

    /// <summary>Number of areas N, 1 … <see cref="ClassPrior.Count"/>.</summary>
    public int Count { get; }

    /// <summary>The area, 0 … N−1, of each original centre.</summary>
    public IReadOnlyList<int> ClassOfCentre => _classOfCentre;

    /// <summary>N × Channels: the plain mean of each area's raw centres, area after area.</summary>
    public float[] Centres { get; }

    /// <summary>The published code's fixed permutation of 27 centres; its first N entries are the initial centres.</summary>
    internal static ReadOnlySpan<int> Permutation27 =>
        [18, 24, 5, 19, 17, 8, 1, 7, 21, 0, 11, 13, 4, 3, 14, 6, 9, 25, 20, 2, 26, 23, 16, 12, 22, 10, 15];

    /// <summary>Reduces a prior to <paramref name="count"/> areas.</summary>
    /// <param name="prior">The pack's centres. 27 of them start in the published order, any other number in their own order.</param>
    /// <param name="count">Number of areas, 1 … <see cref="ClassPrior.Count"/>, at most <see cref="PackLimits.Areas"/>.</param>
    /// <exception cref="SPColorException"><paramref name="count"/> is out of range.</exception>
    public static CategoryReduction Create(ClassPrior prior, int count)
    {
        ArgumentNullException.ThrowIfNull(prior);
        int most = Math.Min(prior.Count, PackLimits.Areas);
        if (count < 1 || count > most)
            throw new SPColorException($"number of areas is {count} but must be 1…{most} with this model pack: choose another number of areas");

        int[] order = [.. Enumerable.Range(0, prior.Count)];
        if (count == prior.Count)
            return new CategoryReduction(prior, count, order, [.. prior.Centres]);

        ReadOnlySpan<int> initial = (prior.Count == Permutation27.Length ? Permutation27 : order)[..count];
        double[][] points = [.. order.Select(i => Widen(prior.Centre(i)))];
        (int[] assignment, double[][] means) = KMeans.Run(points, initial);
        return new CategoryReduction(prior, count, assignment, [.. means.SelectMany(mean => mean).Select(value => (float)value)]);
    }

    /// <summary>The original centres that an area holds, ascending; never empty.</summary>
    /// <param name="classId">0 … N−1.</param>
    public IReadOnlyList<int> CentresOf(int classId)
        => [.. Enumerable.Range(0, _classOfCentre.Length).Where(i => _classOfCentre[i] == classId)];

    /// <summary>The words of an area's centres, without repeats, joined by ", "; null where the prior has no names.</summary>
    /// <param name="classId">0 … N−1.</param>
    public string? NameOf(int classId)
        => Prior.Names is { } names ? string.Join(", ", CentresOf(classId).Select(i => names[i]).Distinct()) : null;

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        double[] wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
            wide[i] = values[i];

        return wide;
    }
}
