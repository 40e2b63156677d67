using SPColor.Core.Correspondence;

namespace SPColor.Core.Models;

/// <summary>How the pack's features are matched.</summary>
/// <param name="Temperature">Softmax temperature τ.</param>
/// <param name="Centring">What is subtracted from the features first.</param>
/// <param name="Similarity">How the best match becomes the similarity map.</param>
/// <param name="CoarseSide">S at which areas and matches are decided, a multiple of 32; null: at every working size.</param>
public sealed record CorrespondenceFacts(float Temperature, FeatureCentring Centring, SimilarityFacts Similarity, int? CoarseSide = null)
{
    /// <summary>The same facts as the correspondence engines want them.</summary>
    public CorrespondenceSettings ToSettings() => new(
        Temperature, Centring == FeatureCentring.PerClass, Similarity.Offset, Similarity.Scale, Similarity.Clamp);
}

/// <summary>S := (S − offset)/scale, then clamped to 0…1 if asked for.</summary>
/// <param name="Offset">0 in the paper.</param>
/// <param name="Scale">1 in the paper; above 0.</param>
/// <param name="Clamp">Whether to clamp to 0…1.</param>
public sealed record SimilarityFacts(float Offset, float Scale, bool Clamp);

/// <summary>What is subtracted from features before they are matched.</summary>
public enum FeatureCentring
{
    /// <summary>Nothing; the vectors are unit length already.</summary>
    None,

    /// <summary>Each class's mean, then unit length (spcolor.md §1.8).</summary>
    PerClass,
}
