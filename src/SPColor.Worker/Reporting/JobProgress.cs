using SPColor.Core.Colorization;

namespace SPColor.Worker.Reporting;

/// <summary>The pipeline's stages in the user's words, as a share of the whole job.</summary>
/// <param name="reporter">Where to say it.</param>
/// <param name="subject">The picture that steps 1–3 look at, as the user named it.</param>
/// <param name="from">Share of the job at the first stage, 0…1.</param>
/// <param name="to">Share of the job after the last stage, 0…1.</param>
/// <param name="first">First stage of this part of the job.</param>
/// <param name="last">Last stage of this part of the job.</param>
internal sealed class JobProgress(
    IJobReporter reporter, string subject, double from, double to, ColorizationStage first, ColorizationStage last)
    : IProgress<ColorizationProgress>
{
    public void Report(ColorizationProgress value)
    {
        double stages = last - first + 1;
        double done = (value.Stage - first + value.Fraction) / stages;
        reporter.Step(Words(value.Stage), from + (to - from) * done);
    }

    private string Words(ColorizationStage stage) => stage switch
    {
        ColorizationStage.WorkingSize => $"scaling {subject}",
        ColorizationStage.Features or ColorizationStage.Segmentation => $"looking at {subject}",
        ColorizationStage.Areas or ColorizationStage.Assignment => "pairing areas",
        ColorizationStage.Correspondence => "matching colours",
        ColorizationStage.Color => "colouring",
        _ => "merging at full size",
    };
}
