namespace SPColor.Core.Segmentation;

/// <summary>
/// How areas come to end at edges: class probabilities are brought to working size and smoothed along the picture's luminance, a
/// neighbour counting by e^(−|ΔL|/sigma), before the most probable class is taken.
/// </summary>
/// <param name="Sigma">In L* units.</param>
/// <param name="Lambda">Strength λ of the smoothing; 0: none.</param>
/// <param name="Islands">A connected part with a smaller share of the visible picture goes to its surroundings, 0…1.</param>
public sealed record AreaEdges(float Sigma, float Lambda, float Islands);
