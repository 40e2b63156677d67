using SPColor.Core.Colorization;

namespace SPColor.PdnEffect.Engine;

/// <summary>Counts the steps of a run into one fraction that never falls; three per picture to prepare, then steps 4–7.</summary>
internal sealed class SessionSteps(IProgress<SessionProgress> progress, int pictures) : IProgress<ColorizationProgress>, IProgress<float>
{
    private const int StepsPerPicture = 3, CommonSteps = 4;

    private readonly Lock _lock = new();
    private string? _picture;
    private int _begun;
    private float _fraction;

    /// <summary>The next picture's steps 1–3 begin.</summary>
    public void Begin(string picture)
    {
        (_picture, _begun) = (picture, _begun + 1);
        Report(ColorizationStage.WorkingSize);
    }

    /// <summary>A step begins.</summary>
    public void Report(ColorizationStage stage) => Report(new ColorizationProgress(stage, 0));

    /// <summary>Of step 1; from any thread.</summary>
    public void Report(float value) => Report(new ColorizationProgress(ColorizationStage.WorkingSize, value));

    /// <inheritdoc/>
    public void Report(ColorizationProgress value)
    {
        bool preparing = value.Stage < ColorizationStage.Areas;
        int before = preparing
            ? (StepsPerPicture * (_begun - 1)) + value.Stage - ColorizationStage.WorkingSize
            : (StepsPerPicture * pictures) + value.Stage - ColorizationStage.Areas;
        float fraction = (before + Math.Clamp(value.Fraction, 0, 1)) / ((StepsPerPicture * pictures) + CommonSteps);
        lock (_lock)
        {
            _fraction = Math.Max(_fraction, Math.Clamp(fraction, 0, 1));
            progress.Report(new SessionProgress(value.Stage, preparing ? _picture : null, _fraction));
        }
    }
}
