using SPColor.Core.Imaging;

namespace SPColor.Core.Correspondence;

/// <summary>Step 6: semantic-prior-guided correspondence (SPC) on some device.</summary>
public interface ICorrespondence
{
    /// <summary>Warps the references' colours onto the target.</summary>
    /// <param name="problem">Both sides and which of their blocks may match.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    WarpedColor Warp(CorrespondenceProblem problem, CancellationToken cancellationToken);
}

/// <summary>
/// One SPC problem (spcolor.md §1.8, §6). Positions are grouped into blocks; a target block looks for colour only in
/// the reference blocks that <paramref name="Matches"/> names, so that several references are one problem.
/// </summary>
/// <param name="Size">Grid of the target, n cells.</param>
/// <param name="Channels">Length of every feature vector.</param>
/// <param name="TargetFeatures">n × Channels, position-major.</param>
/// <param name="TargetBlock">Block of each target cell, or −1: unrelated.</param>
/// <param name="TargetConfidence">Class confidence of each target cell.</param>
/// <param name="ReferenceFeatures">m × Channels, position-major, all references after each other.</param>
/// <param name="ReferenceBlock">Block of each reference cell, or −1: never matched.</param>
/// <param name="ReferenceA">a* of each reference cell.</param>
/// <param name="ReferenceB">b* of each reference cell.</param>
/// <param name="ReferenceConfidence">Class confidence of each reference cell.</param>
/// <param name="Matches">For each target block, the reference blocks it may match, without repeats.</param>
/// <param name="ReferenceBlockCount">Number of reference blocks.</param>
/// <param name="Settings">Facts of the pack.</param>
public sealed record CorrespondenceProblem(
    GridSize Size,
    int Channels,
    float[] TargetFeatures,
    int[] TargetBlock,
    float[] TargetConfidence,
    float[] ReferenceFeatures,
    int[] ReferenceBlock,
    float[] ReferenceA,
    float[] ReferenceB,
    float[] ReferenceConfidence,
    int[][] Matches,
    int ReferenceBlockCount,
    CorrespondenceSettings Settings)
{
    /// <summary>Number of reference cells m.</summary>
    public int ReferenceCount => ReferenceBlock.Length;
}

/// <summary>Facts of a pack about matching; all come from its manifest.</summary>
/// <param name="Temperature">Softmax temperature τ, 0.01 in the paper; &gt; 0.</param>
/// <param name="CentrePerBlock">
/// Subtract each block's mean and make vectors unit length before the product (spcolor.md §1.8 steps 2–3); otherwise vectors are taken as they are.
/// </param>
/// <param name="SimilarityOffset">S := (S − offset) / scale; 0 in the paper.</param>
/// <param name="SimilarityScale">See <paramref name="SimilarityOffset"/>; 1 in the paper; &gt; 0.</param>
/// <param name="ClampSimilarity">Clamp that to 0…1 before it meets the confidences; the paper does not.</param>
public sealed record CorrespondenceSettings(
    float Temperature,
    bool CentrePerBlock,
    float SimilarityOffset = 0f,
    float SimilarityScale = 1f,
    bool ClampSimilarity = false)
{
    /// <summary>The published form: τ = 0.01, centred per class, similarity as it is.</summary>
    public static CorrespondenceSettings Paper { get; } = new(0.01f, CentrePerBlock: true);

    /// <summary>The similarity of a cell whose best product is <paramref name="best"/>, before the confidences.</summary>
    public float Similarity(float best)
    {
        float similarity = (best - SimilarityOffset) / SimilarityScale;
        return ClampSimilarity ? Math.Clamp(similarity, 0f, 1f) : similarity;
    }
}

/// <summary>Colour brought over from the references, and how well it matched.</summary>
/// <param name="Size">Grid of the target.</param>
/// <param name="A">Warped a*; 0 where unrelated.</param>
/// <param name="B">Warped b*; 0 where unrelated.</param>
/// <param name="Similarity">S = similarity × warped reference confidence × target confidence (Eq. 13–15); 0 where unrelated.</param>
/// <param name="BestCosine">
/// Largest product of the cell's vector with a vector that it may match, before offset, scale, clamp and confidences; −1…1 with vectors of unit length; 0 where unrelated.
/// </param>
/// <param name="BestMatch">The reference cell with that product, as the problem numbers them; <see cref="NoMatch"/> where unrelated.</param>
/// <param name="Related">Whether any reference cell was allowed to match.</param>
public sealed record WarpedColor(GridSize Size, float[] A, float[] B, float[] Similarity, float[] BestCosine, int[] BestMatch, bool[] Related)
{
    /// <summary>No reference cell.</summary>
    public const int NoMatch = -1;

    /// <summary>Nothing is related yet.</summary>
    /// <param name="size">Grid of the target.</param>
    public static WarpedColor Unrelated(GridSize size)
    {
        int[] matches = new int[size.Count];
        Array.Fill(matches, NoMatch);
        return new WarpedColor(size, new float[size.Count], new float[size.Count], new float[size.Count], new float[size.Count], matches, new bool[size.Count]);
    }

    /// <summary>Copies a cell.</summary>
    internal void Take(WarpedColor other, int cell)
    {
        (A[cell], B[cell], Similarity[cell]) = (other.A[cell], other.B[cell], other.Similarity[cell]);
        (BestCosine[cell], BestMatch[cell], Related[cell]) = (other.BestCosine[cell], other.BestMatch[cell], other.Related[cell]);
    }
}
