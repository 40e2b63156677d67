using System.Numerics.Tensors;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.Core.Colorization;

/// <summary>
/// Evens colours out along the target's luminance where SPC is not sure, and nowhere across a border that the user made: in steps 6 and 7 of
/// a pack that asks for it. The gate is SPC's best cosine, since its confidences are low wherever two areas are about as likely.
/// </summary>
internal sealed class GatedSmoothing
{
    /// <summary>The warped colour of a cell without a match is believed so much.</summary>
    private const float LeastTrust = 1e-3f;

    private readonly SmoothingFacts _facts;
    private readonly PreparedImage _target;
    private readonly WarpedColor _matched;
    private readonly float[]? _choices;
    private readonly float[]? _pixelChoices;
    private readonly float[] _kept;
    private readonly float _scale;

    /// <summary>Makes the gate.</summary>
    /// <param name="facts">The pack's numbers.</param>
    /// <param name="target">Gives L* of cells and pixels.</param>
    /// <param name="matched">What SPC found.</param>
    /// <param name="choices">For each cell a number that stands for the user's choice; null: no choices.</param>
    /// <param name="pixelChoices">The same for each pixel at working size.</param>
    public GatedSmoothing(SmoothingFacts facts, PreparedImage target, WarpedColor matched, float[]? choices, float[]? pixelChoices)
    {
        (_facts, _target, _matched, _choices, _pixelChoices) = (facts, target, matched, choices, pixelChoices);
        _scale = target.CellsPerCoarseCell;
        _kept = GaussianBlur.Of(matched.BestCosine, matched.Size, facts.Gate.Blur * MathF.Sqrt(_scale));
        for (int cell = 0; cell < _kept.Length; cell++)
            _kept[cell] = facts.Gate.Kept(_kept[cell]);
    }

    /// <summary>Step 6: the warped colours, each believed by its similarity.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    public WarpedColor Warped(CancellationToken cancellationToken)
    {
        float[] trust = new float[_matched.Similarity.Length];
        TensorPrimitives.Max(_matched.Similarity, LeastTrust, trust);
        using var links = new GuideLinks(_target.Cells.L, _matched.Size, _facts.Sigma, _choices);
        float[][] smooth = Smooth([_matched.A, _matched.B], links, _facts.Warped * _scale, trust, _kept, 1, cancellationToken);
        return _matched with { A = smooth[0], B = smooth[1] };
    }

    /// <summary>Step 7: the colour network's answer.</summary>
    /// <param name="chroma">At working size.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ChromaPlanes Output(ChromaPlanes chroma, CancellationToken cancellationToken)
    {
        GridSize size = chroma.Size;
        float[] kept = new float[size.Count];
        PlaneResampler.Bilinear(_kept, _matched.Size, kept, size);
        using var links = new GuideLinks(_target.Image.L, size, _facts.Sigma, _pixelChoices);
        float[][] smooth = Smooth([chroma.A, chroma.B], links, _facts.Output * _scale, null, kept, _facts.Gain, cancellationToken);
        return chroma with { A = smooth[0], B = smooth[1] };
    }

    /// <summary>s + kept·(plane − s) of each plane, where s = gain·smooth.</summary>
    private static float[][] Smooth(
        float[][] planes, GuideLinks links, float lambda, float[]? trust, float[] kept, float gain, CancellationToken cancellationToken)
    {
        float[][] smooth = Array.ConvertAll(planes, plane => (float[])plane.Clone());
        FastGlobalSmoother.Smooth(smooth, links, lambda, trust, cancellationToken);
        for (int i = 0; i < planes.Length; i++)
        {
            TensorPrimitives.Multiply(smooth[i], gain, smooth[i]);
            TensorPrimitives.Lerp<float>(smooth[i], planes[i], kept, smooth[i]);
        }

        return smooth;
    }
}
