using SPColor.Core.Assignment;
using SPColor.Core.Correspondence;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Colorization;

/// <summary>
/// The method, step by step (paper §3, spcolor.md §1). <see cref="Prepare(IPixelSource, SeenPart, ImageRole, int, IProgress{ColorizationProgress}, CancellationToken)"/> is steps 1–3 for one picture,
/// <see cref="Colorize"/> steps 4–7 for a pair, <see cref="Merge"/> step 8. Shapes: full size H×W, working size h×w,
/// correspondence grid g = h/4 × w/4. Safe to call from several threads if its four parts are.
/// </summary>
public sealed class ColorizationPipeline
{
    // By pixels; 384² are 2.25 × 256². A long picture is not: it has as many as fit at any S.
    private const double MuchLarger = 1.5;

    private readonly IFeatureExtractor _features;
    private readonly ISegmenter _segmenter;
    private readonly ICorrespondence _correspondence;
    private readonly IColorNetwork _color;

    /// <summary>Puts the parts of one pack together.</summary>
    /// <param name="facts">What the pack's manifest says.</param>
    /// <param name="features">Step 2.</param>
    /// <param name="segmenter">Step 3.</param>
    /// <param name="correspondence">Step 6.</param>
    /// <param name="color">Step 7.</param>
    public ColorizationPipeline(
        ModelFacts facts, IFeatureExtractor features, ISegmenter segmenter, ICorrespondence correspondence, IColorNetwork color)
    {
        Facts = facts;
        _features = features;
        _segmenter = segmenter;
        _correspondence = correspondence;
        _color = color;
    }

    /// <summary>What the pack's manifest says.</summary>
    public ModelFacts Facts { get; }

    /// <summary>Steps 1–3 for a picture at full size.</summary>
    /// <param name="picture">H×W pixels.</param>
    /// <param name="part">What of it is looked at; step 8 colours nothing else.</param>
    /// <param name="role">Target or reference.</param>
    /// <param name="side">S of the working size, 256, 384 or 512: see <see cref="Imaging.WorkingSize"/>.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops within any step.</param>
    public PreparedImage Prepare(
        IPixelSource picture,
        SeenPart part,
        ImageRole role,
        int side,
        IProgress<ColorizationProgress>? progress,
        CancellationToken cancellationToken)
    {
        // 1. The part of H×W pixels → L, a, b, visibility: h×w each, sides multiples of 32.
        LabImage image = WorkingImageReader.Read(
            picture, part, side, Facts.AnySize, new StageProgress(ColorizationStage.WorkingSize, progress), cancellationToken);
        return Prepare(image, role, progress, cancellationToken);
    }

    /// <summary>Steps 2–3 for a picture that is at working size already.</summary>
    /// <param name="image">h×w, sides multiples of 32.</param>
    /// <param name="role">Target or reference.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops within any step.</param>
    public PreparedImage Prepare(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken)
    {
        // A large picture goes through steps 2–6 in small too, where areas and matches are decided.
        PreparedImage? coarse = CoarseSize(image.Size) is { } size ? Prepare(LabShrink.To(image, size), role, null, cancellationToken) : null;

        // 2. L (or RGB, as the manifest says): h×w → match features: g × C.
        Report(progress, ColorizationStage.Features, cancellationToken);
        ImageFeatures features = _features.Extract(image, role, cancellationToken);

        // 3. → segmentation code: h/8 × w/8 × D, brought to g × D.
        Report(progress, ColorizationStage.Segmentation, cancellationToken);
        FeatureGrid code = _segmenter.Segment(image, features, cancellationToken);
        code = CodeResampler.Resample(code, features.Match.Size, Facts.Prior.Resampling);

        return new PreparedImage(image, features.Match, code, Facts, coarse);
    }

    /// <summary>Steps 4–7 for prepared pictures. A changed area count repeats 4–7, a changed pairing 5–7; nothing repeats 1–3.</summary>
    /// <param name="target">The grey picture.</param>
    /// <param name="references">At least one; "A", "B", … in area names.</param>
    /// <param name="options">The user's choices.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops within any step.</param>
    /// <exception cref="SPColorException">The number of areas is out of range.</exception>
    public ColorizationResult Colorize(
        PreparedImage target,
        IReadOnlyList<PreparedImage> references,
        ColorizationOptions options,
        IProgress<ColorizationProgress>? progress,
        CancellationToken cancellationToken)
    {
        // 4. CRA: 27 centres → N; class id and confidence of every cell: g each, and ids of pixels where the pack has them: h×w, for both pictures.
        Report(progress, ColorizationStage.Areas, cancellationToken);
        int areas = options.Areas ?? Facts.Prior.DefaultClassCount;
        Task<ClassMap>[] others = [.. references.Select(reference => Task.Run(() => reference.Classes(areas), cancellationToken))];
        ClassMap targetClasses = target.Classes(areas);
        ClassMap[] referenceClasses = [.. others.Select(other => other.GetAwaiter().GetResult())];

        // 5. CMP: the user's tables on both class maps → which cells may match: g block ids on either side.
        Report(progress, ColorizationStage.Assignment, cancellationToken);
        BlockAssignment blocks = options.Assignment.Apply(targetClasses, referenceClasses);

        // 6. SPC: (g × C) · (m × C)ᵀ within blocks → warped a, b, similarity S and best cosine: g each; 0 where unrelated.
        //    A pack may have a, b smoothed where the match is not sure, here and in step 7.
        Report(progress, ColorizationStage.Correspondence, cancellationToken);
        WarpedColor warped = new Matching(_correspondence, Facts, areas, options.Assignment).Warp(target, references, blocks, cancellationToken);
        GatedSmoothing? smoothing = Facts.Smoothing is { } facts
            ? new GatedSmoothing(
                facts, target, warped, options.Assignment.ChoicesOf(targetClasses),
                options.Assignment.ChoicesOf(targetClasses.Finest(), target.Image.Size))
            : null;
        warped = smoothing?.Warped(cancellationToken) ?? warped;

        // 7. (a, b, S, L) → a, b: h×w; away from areas with a choice they may stay the automatic ones; areas left grey become 0.
        Report(progress, ColorizationStage.Color, cancellationToken);
        ChromaPlanes chroma = _color.Colorize(target.Image, warped, cancellationToken);
        chroma = smoothing?.Output(chroma, cancellationToken) ?? chroma;
        chroma = WithinReach(chroma);
        chroma = GreyAreas.Apply(chroma, targetClasses, options.Assignment);

        return new ColorizationResult(targetClasses, referenceClasses, blocks, warped, chroma);

        ChromaPlanes WithinReach(ChromaPlanes chosen)
        {
            if (Facts.ChoiceReach is not { } reach)
                return chosen;
            if (options.Assignment.IsAutomatic)
            {
                target.KeepAutomaticColors(references, areas, chosen);
                return chosen;
            }

            bool[] touched = ChoiceReach.Touched(
                options.Assignment, blocks, CategoryAssignment.Automatic.Apply(targetClasses, referenceClasses), areas);
            if (targetClasses.Ids.All(id => id == ClassMap.None || touched[id]))
                return chosen;
            ChromaPlanes automatic = target.AutomaticColors(references, areas)
                ?? Colorize(target, references, new ColorizationOptions(areas, CategoryAssignment.Automatic), null, cancellationToken).Chroma;
            return ChoiceReach.Limit(chosen, automatic, targetClasses.Finest(), touched, reach * MathF.Sqrt(target.CellsPerCoarseCell));
        }
    }

    /// <summary>Step 8: colour at full size, with the picture's own luminance.</summary>
    /// <param name="picture">H×W pixels that were prepared as the target.</param>
    /// <param name="output">Gets the rows; may be the same buffer as <paramref name="picture"/>.</param>
    /// <param name="target">The same picture, prepared.</param>
    /// <param name="chroma">h×w result of <see cref="Colorize"/>.</param>
    /// <param name="strength">0 (grey) … 1 (as predicted).</param>
    /// <param name="progress">Told of the rows done; may be null.</param>
    /// <param name="cancellationToken">Stops within a band of rows; rows done stay written.</param>
    public static void Merge(
        IPixelSource picture,
        IPixelSink output,
        PreparedImage target,
        ChromaPlanes chroma,
        float strength,
        IProgress<ColorizationProgress>? progress,
        CancellationToken cancellationToken)
    {
        // 8. a, b: h×w → H×W guided by the full-size L; gamut mapping that keeps L; strength; alpha as it was.
        var merge = new FullSizeMerge(new ChromaUpsampler(chroma, target.Image)) { Strength = strength };
        merge.Run(picture, output, new StageProgress(ColorizationStage.Merge, progress), cancellationToken);
    }

    /// <summary>The size at which a larger picture is decided; null for one that is not much larger.</summary>
    private GridSize? CoarseSize(GridSize size) =>
        Facts.CoarseSide is { } side && WorkingSize.Fit(size, side, Facts.AnySize) is var coarse && size.Count >= MuchLarger * coarse.Count ? coarse : null;

    private static void Report(
        IProgress<ColorizationProgress>? progress, ColorizationStage stage, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new ColorizationProgress(stage, 0));
    }
}
