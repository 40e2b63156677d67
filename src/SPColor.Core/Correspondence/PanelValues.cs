namespace SPColor.Core.Correspondence;

/// <summary>Where a, b and confidence of consecutive packed reference cells begin.</summary>
internal readonly unsafe struct PanelValues(float* a, float* b, float* confidence)
{
    public float* A { get; } = a;

    public float* B { get; } = b;

    public float* Confidence { get; } = confidence;
}
