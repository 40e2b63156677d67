using System.Collections.Concurrent;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>
/// One picture after steps 1–3: all that the networks say of it alone, so that another number of areas or another pairing
/// never runs them again. Safe to share between threads.
/// </summary>
public sealed class PreparedImage
{
    private readonly ConcurrentDictionary<int, ClassMap> _classes = new();
    private readonly FeatureGrid _code;
    private Kept? _automatic;
    private readonly ClassPrior _prior;

    internal PreparedImage(LabImage image, FeatureGrid match, FeatureGrid code, ModelFacts facts, PreparedImage? coarse)
    {
        Image = image;
        Coarse = coarse;
        _code = code;
        _prior = facts.Prior;
        Match = MatchVectors.Join(match, code, facts.CodeWeight);
        Cells = CellColors.Pool(image, match.Size);
    }

    /// <summary>The picture at working size.</summary>
    public LabImage Image { get; }

    /// <summary>Luminance, colour and visibility of each cell of <see cref="Match"/>.</summary>
    public CellColors Cells { get; }

    /// <summary>Memory that the planes and vectors take; class maps are small beside them.</summary>
    public long Bytes => (Coarse?.Bytes ?? 0) + sizeof(float)
        * (6L * Image.Size.Count + 4L * Cells.A.Length + Match.Values.LongLength + _code.Values.LongLength);

    /// <summary>The same picture smaller, at which areas and matches are decided (<see cref="ModelFacts.CoarseSide"/>); null: at this size.</summary>
    internal PreparedImage? Coarse { get; }

    /// <summary>How many cells lie where the coarse picture has one; 1 where that is this. Strengths of smoothing, which are meant for the coarse one, grow with it.</summary>
    internal float CellsPerCoarseCell => Coarse is null ? 1 : (float)Image.Size.Count / Coarse.Image.Size.Count;

    /// <summary>Vectors that SPC compares, at the correspondence grid.</summary>
    internal FeatureGrid Match { get; }

    /// <summary>Step 4: the class map with <paramref name="areas"/> classes; kept once made, so that going back is free.</summary>
    /// <param name="areas">Number of areas N.</param>
    /// <exception cref="SPColorException">N is not 1 … number of centres.</exception>
    public ClassMap Classes(int areas) => _classes.GetOrAdd(areas, FindClasses);

    /// <summary>The colours at working size without any choice of the user; null where they are not the last that were kept.</summary>
    /// <param name="references">Where they come from.</param>
    /// <param name="areas">Number of areas N.</param>
    internal ChromaPlanes? AutomaticColors(IReadOnlyList<PreparedImage> references, int areas) =>
        _automatic is { } kept && kept.Areas == areas && kept.References.SequenceEqual(references) ? kept.Chroma : null;

    /// <summary>Keeps them, in place of those kept before.</summary>
    internal void KeepAutomaticColors(IReadOnlyList<PreparedImage> references, int areas, ChromaPlanes chroma) =>
        _automatic = new Kept([.. references], areas, chroma);

    private ClassMap FindClasses(int areas)
    {
        CodeClassifier classifier = new(CategoryReduction.Create(_prior, areas));
        return _prior.Edges is null
            ? classifier.Classify(_code, Cells.Coverage)
            : EdgeTrueAreas.Find(Probabilities(classifier), _code.Size, Image, Cells.Coverage, _prior with { Edges = _prior.Edges with { Lambda = _prior.Edges.Lambda * CellsPerCoarseCell } });
    }

    private float[][] Probabilities(CodeClassifier classifier)
    {
        float[][] own = classifier.Probabilities(_code);
        if (Coarse is not null)
            SurerProbabilities.Decide(Coarse.Probabilities(classifier), Coarse._code.Size, own, _code.Size);
        return own;
    }

    private sealed record Kept(PreparedImage[] References, int Areas, ChromaPlanes Chroma);
}
