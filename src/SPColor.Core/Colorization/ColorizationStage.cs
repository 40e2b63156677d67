namespace SPColor.Core.Colorization;

/// <summary>The numbered steps of <see cref="ColorizationPipeline"/>, in order.</summary>
public enum ColorizationStage
{
    /// <summary>Step 1: full-size pixels to CIELAB at working size.</summary>
    WorkingSize = 1,

    /// <summary>Step 2: feature network.</summary>
    Features,

    /// <summary>Step 3: segmentation network.</summary>
    Segmentation,

    /// <summary>Step 4: category reduction (CRA) and class maps.</summary>
    Areas,

    /// <summary>Step 5: category manipulation (CMP).</summary>
    Assignment,

    /// <summary>Step 6: semantic-prior-guided correspondence (SPC).</summary>
    Correspondence,

    /// <summary>Step 7: colorization network.</summary>
    Color,

    /// <summary>Step 8: merge at full size.</summary>
    Merge,
}

/// <summary>How far a run is.</summary>
/// <param name="Stage">The step that is being done.</param>
/// <param name="Fraction">Of that step, 0…1.</param>
public readonly record struct ColorizationProgress(ColorizationStage Stage, float Fraction);

/// <summary>Forwards a step's own 0…1 as <see cref="ColorizationProgress"/>, on the caller's thread.</summary>
internal sealed class StageProgress(ColorizationStage stage, IProgress<ColorizationProgress>? progress) : IProgress<float>
{
    public void Report(float value) => progress?.Report(new ColorizationProgress(stage, value));
}
