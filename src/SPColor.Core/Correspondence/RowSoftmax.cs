using System.Numerics;
using System.Runtime.CompilerServices;

namespace SPColor.Core.Correspondence;

/// <summary>
/// Softmax-weighted means of one target row, fed with one run of columns after the other (spcolor.md §6 D): when a later run
/// has a higher maximum, what is summed up so far is scaled down to it.
/// </summary>
internal struct RowSoftmax()
{
    private float _weight;
    private float _a;
    private float _b;
    private float _confidence;

    /// <summary>Highest similarity so far.</summary>
    public float Max { get; private set; } = float.NegativeInfinity;

    /// <summary>The column that has it, the first on a tie.</summary>
    public int Best { get; private set; } = -1;

    /// <summary>Σ w·a / Σ w.</summary>
    public readonly float A => _a / _weight;

    /// <summary>Σ w·b / Σ w.</summary>
    public readonly float B => _b / _weight;

    /// <summary>Σ w·confidence / Σ w.</summary>
    public readonly float Confidence => _confidence / _weight;

    /// <summary>Adds a run of columns.</summary>
    /// <param name="similarities">One number per column; −∞ has no weight, but not all may be −∞.</param>
    /// <param name="first">Number of the first column.</param>
    /// <param name="values">a, b and confidence of the columns.</param>
    /// <param name="count">Number of columns, a multiple of 48.</param>
    /// <param name="inverseTemperature">1/τ.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Add(float* similarities, int first, PanelValues values, int count, float inverseTemperature)
    {
        Vector<float> highest = Vector.Load(similarities);
        for (int i = Vector<float>.Count; i < count; i += Vector<float>.Count)
            highest = Vector.Max(highest, Vector.Load(similarities + i));

        float max = Max;
        for (int lane = 0; lane < Vector<float>.Count; lane++)
            max = MathF.Max(max, highest[lane]);

        Vector<float> shift = new(max);
        Vector<float> scale = new(inverseTemperature);
        Vector<float> weight = Vector<float>.Zero, a = weight, b = weight, confidence = weight;
        for (int i = 0; i < count; i += Vector<float>.Count)
        {
            Vector<float> w = WeightExp.Compute((Vector.Load(similarities + i) - shift) * scale);
            weight += w;
            a = Vector.MultiplyAddEstimate(w, Vector.Load(values.A + i), a);
            b = Vector.MultiplyAddEstimate(w, Vector.Load(values.B + i), b);
            confidence = Vector.MultiplyAddEstimate(w, Vector.Load(values.Confidence + i), confidence);
        }

        float keep = MathF.Exp((Max - max) * inverseTemperature);
        _weight = (_weight * keep) + Vector.Sum(weight);
        _a = (_a * keep) + Vector.Sum(a);
        _b = (_b * keep) + Vector.Sum(b);
        _confidence = (_confidence * keep) + Vector.Sum(confidence);
        if (max > Max)
            Best = first + new ReadOnlySpan<float>(similarities, count).IndexOf(max);
        Max = max;
    }
}
