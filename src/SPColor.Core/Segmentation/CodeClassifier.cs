using System.Runtime.CompilerServices;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Segmentation;

/// <summary>Step 4: says which area each cell's code belongs to (spcolor.md §1.5), under either <see cref="ReductionRule"/>.</summary>
public sealed class CodeClassifier
{
    /// <summary>Cells that are less visible than this belong to no area.</summary>
    public const float MinimumCoverage = 0.5f;

    /// <summary>Keeps a zero code zero; the published code's value.</summary>
    private const float UnitEpsilon = 1e-12f;

    private readonly CategoryReduction _reduction;
    private readonly float[] _unitCentres;
    private readonly int[]? _classOfCentre;

    /// <summary>Prepares the centres.</summary>
    /// <param name="reduction">The areas.</param>
    public CodeClassifier(CategoryReduction reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        _reduction = reduction;
        bool summed = reduction.Prior.Rule == ReductionRule.SummedProbability;
        _classOfCentre = summed ? [.. reduction.ClassOfCentre] : null;
        _unitCentres = [.. summed ? reduction.Prior.Centres : reduction.Centres];
        for (int start = 0; start < _unitCentres.Length; start += reduction.Prior.Channels)
            VectorMath.MakeUnit(_unitCentres.AsSpan(start, reduction.Prior.Channels), UnitEpsilon);
    }

    /// <summary>Gives every cell the most probable area and that probability; the lower id wins a tie.</summary>
    /// <param name="code">Codes on the correspondence grid, any length; channels as in the prior.</param>
    /// <param name="coverage">How visible each cell is, 0…1; null: all are. Cells below <see cref="MinimumCoverage"/> get
    /// <see cref="ClassMap.None"/> and confidence 0.</param>
    /// <returns>Ids 0 … N−1, probabilities in [1/N, 1], and second areas where the prior has a membership.</returns>
    public ClassMap Classify(FeatureGrid code, float[]? coverage = null)
    {
        Check(code);
        ClassPrior prior = _reduction.Prior;
        if (coverage is not null && coverage.Length != code.Size.Count)
            throw new ArgumentException($"{coverage.Length} coverages for {code.Size.Count} cells", nameof(coverage));

        int[] ids = new int[code.Size.Count];
        float[] confidence = new float[ids.Length];
        int[] second = new int[ids.Length];
        Array.Fill(second, ClassMap.None);
        float[] probability = new float[_unitCentres.Length / prior.Channels];
        float[] summed = new float[_reduction.Count];
        for (int cell = 0; cell < ids.Length; cell++)
        {
            if (coverage is not null && coverage[cell] < MinimumCoverage)
            {
                ids[cell] = ClassMap.None;
                continue;
            }

            ReadOnlySpan<float> classes = Classes(code[cell], probability, summed);
            ids[cell] = IndexOfMax(classes);
            confidence[cell] = classes[ids[cell]];
            if (prior.Membership is { } membership)
                second[cell] = Second(classes, ids[cell], membership);
        }

        return new ClassMap(code.Size, ids, confidence, _reduction.Count) { Second = prior.Membership is null ? null : second };
    }

    /// <summary>How probable each area is in every cell.</summary>
    /// <param name="code">Codes on the correspondence grid, any length; channels as in the prior.</param>
    /// <returns>N planes; the N values of a cell sum to 1.</returns>
    public float[][] Probabilities(FeatureGrid code)
    {
        Check(code);
        float[][] planes = [.. Enumerable.Range(0, _reduction.Count).Select(_ => new float[code.Size.Count])];
        RowBands.Run(
            code.Size.Height, -1, () => (new float[_unitCentres.Length / code.Channels], new float[_reduction.Count]), Row, null, CancellationToken.None);
        return planes;

        void Row((float[] Probability, float[] Summed) scratch, int y)
        {
            for (int cell = y * code.Size.Width; cell < (y + 1) * code.Size.Width; cell++)
            {
                ReadOnlySpan<float> classes = Classes(code[cell], scratch.Probability, scratch.Summed);
                for (int k = 0; k < planes.Length; k++)
                    planes[k][cell] = classes[k];
            }
        }
    }

    private void Check(FeatureGrid code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Channels != _reduction.Prior.Channels)
            throw new ArgumentException($"codes have {code.Channels} channels, the centres {_reduction.Prior.Channels}", nameof(code));
    }

    private ReadOnlySpan<float> Classes(ReadOnlySpan<float> code, float[] probability, float[] summed)
    {
        Softmax(code, probability);
        return _classOfCentre is null ? probability : SumByClass(probability, summed);
    }

    // Compiled optimised at once, as VectorMath is, and of scalar powers: 27 numbers do not repay a library's first-tier vector code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Softmax(ReadOnlySpan<float> code, Span<float> probability)
    {
        int channels = code.Length;
        float scale = _reduction.Prior.Sharpness / (MathF.Sqrt(VectorMath.Dot(code, code)) + UnitEpsilon);
        float max = float.NegativeInfinity;
        for (int k = 0; k < probability.Length; k++)
        {
            probability[k] = scale * VectorMath.Dot(code, _unitCentres.AsSpan(k * channels, channels));
            max = MathF.Max(max, probability[k]);
        }

        float sum = 0f;
        for (int k = 0; k < probability.Length; k++)
        {
            probability[k] = MathF.Exp(probability[k] - max);
            sum += probability[k];
        }

        for (int k = 0; k < probability.Length; k++)
            probability[k] /= sum;
    }

    internal static int IndexOfMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }

    /// <summary>The most probable class but for <paramref name="first"/>, the lower id on a tie, if it reaches <paramref name="membership"/>.</summary>
    internal static int Second(ReadOnlySpan<float> classes, int first, float membership)
    {
        int second = ClassMap.None;
        for (int i = 0; i < classes.Length; i++)
        {
            if (i != first && classes[i] >= membership && (second == ClassMap.None || classes[i] > classes[second]))
                second = i;
        }

        return second;
    }

    private float[] SumByClass(ReadOnlySpan<float> probability, float[] sums)
    {
        Array.Clear(sums);
        for (int k = 0; k < probability.Length; k++)
            sums[_classOfCentre![k]] += probability[k];

        return sums;
    }
}
