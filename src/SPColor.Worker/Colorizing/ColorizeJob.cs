using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Maps;
using SPColor.Worker.Pictures;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Colorizing;

/// <summary>Colours one photo and writes it; nothing is written before the colours are there, and the result last.</summary>
internal static class ColorizeJob
{
    // Shares of a run that the progress bar gives to its parts.
    private const double TargetReady = 0.3, ReferencesReady = 0.55, ColorReady = 0.7, Merged = 0.85;

    public static void Run(ColorizeRequest request, IJobReporter reporter, CancellationToken cancellationToken)
    {
        ColorizeOutputs.Check(request);
        using Engine engine = Engine.Open(request.Engine, cancellationToken);
        ColorizationPipeline pipeline = engine.Pipeline;
        ColorizationOptions options = request.Pairing.Resolve(pipeline.Facts, request.References.Count, cancellationToken);
        ComputeDevice device = engine.Device;
        reporter.Note($"networks run on {device}");

        var loader = new PictureLoader(pipeline, request.Look, reporter, cancellationToken);
        Picture photo = loader.Load(request.Target, 0);
        ColorizeOutputs.Check(request, photo, reporter, cancellationToken);
        TargetTones.Check(request.Target, photo.Pixels, reporter, cancellationToken);
        PreparedImage target = loader.PrepareTarget(request.Target, photo, 0, TargetReady);
        double share = (ReferencesReady - TargetReady) / request.References.Count;
        PreparedImage[] references =
        [
            .. request.References.Select((path, i) =>
                loader.PrepareReference(path, TargetReady + i * share, TargetReady + (i + 1) * share)),
        ];

        ColorizationResult result = pipeline.Colorize(
            target,
            references,
            options,
            Progress(ReferencesReady, ColorReady, ColorizationStage.Areas, ColorizationStage.Color),
            cancellationToken);
        if (engine.Device != device)
            reporter.Note($"networks went on on {engine.Device}");
        foreach (AssignmentNote note in result.Blocks.Notes)
            reporter.Note(note.ToString());

        ColorizationPipeline.Merge(
            photo.Pixels,
            photo.Pixels,
            target,
            result.Chroma,
            request.Strength / 100f,
            Progress(ColorReady, Merged, ColorizationStage.Merge, ColorizationStage.Merge),
            cancellationToken);

        // The result last: where it is new, everything asked for is there.
        reporter.Step($"writing {Path.GetFileName(request.Output)}", Merged);
        if (request.Maps is { } folder)
            StepPictures.Write(folder, target, references, result, cancellationToken);
        if (request.SavePairing is { } file)
            PairingRequest.Save(file, pipeline.Facts, options, cancellationToken);
        ImageFile.Save(photo, request.Output, new SaveOptions(request.Quality), cancellationToken);
        reporter.Step("done", 1);

        JobProgress Progress(double from, double to, ColorizationStage first, ColorizationStage last) =>
            new(reporter, Path.GetFileName(request.Target), from, to, first, last);
    }
}
