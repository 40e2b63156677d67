namespace SPColor.Core.Models;

/// <summary>
/// How colours are evened out along the target's luminance, where the match is not sure (steps 6 and 7). A neighbour counts by e^(−|ΔL|/sigma).
/// </summary>
/// <param name="Sigma">In L* units.</param>
/// <param name="Warped">Strength λ for the warped colours, cell by cell, each believed by its similarity; 0: none.</param>
/// <param name="Output">Strength λ for the colour network's answer at working size; 0: none.</param>
/// <param name="Gate">Where colours are kept as they were.</param>
/// <param name="Gain">Factor on the colour network's smoothed answer: what disagreed is pale once it is evened out; 1: none.</param>
public sealed record SmoothingFacts(float Sigma, float Warped, float Output, GateFacts Gate, float Gain = 1);

/// <summary>Where a match is sure, and smoothing and the coarse decisions of a larger working size stop: kept = clamp((blurred best cosine − from) / (to − from), 0…1).</summary>
/// <param name="Blur">Standard deviation of the blur, in cells.</param>
/// <param name="From">Best cosine up to which all is smoothed.</param>
/// <param name="To">Best cosine from which nothing is; above <paramref name="From"/>.</param>
public sealed record GateFacts(float Blur, float From, float To)
{
    /// <summary>How much of a colour is kept, 0…1.</summary>
    /// <param name="cosine">Best cosine.</param>
    public float Kept(float cosine) => Math.Clamp((cosine - From) / (To - From), 0, 1);
}
