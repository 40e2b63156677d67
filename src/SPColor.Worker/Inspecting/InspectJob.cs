using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Maps;
using SPColor.Worker.Pictures;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Inspecting;

/// <summary>Lists the areas of a picture, and with references what each takes its colour from; draws the areas over the picture.</summary>
internal static class InspectJob
{
    // Shares of a run that the progress bar gives to its parts.
    private const double ImageReady = 0.4, ReferencesReady = 0.8;

    public static InspectReport Run(InspectRequest request, IJobReporter reporter, CancellationToken cancellationToken)
    {
        ImageFile.CheckEnding(request.Overlay);
        var places = new OutputPlaces().Keep(request.Image, "the picture itself");
        foreach (string reference in request.References)
            places.Keep(reference, "a reference");
        places.Add(request.Overlay, "--overlay");
        if (request.AreaMap is { } file)
        {
            GreyPng.CheckEnding(file, "--area-map");
            places.Add(file, "--area-map");
        }

        using Engine engine = Engine.Open(request.Engine, cancellationToken);
        ModelFacts facts = engine.Pipeline.Facts;
        ColorizationOptions options = request.Pairing.Resolve(facts, request.References.Count, cancellationToken);
        CategoryReduction reduction = CategoryReduction.Create(facts.Prior, options.Areas!.Value);

        var loader = new PictureLoader(engine.Pipeline, request.Look, reporter, cancellationToken);
        Picture picture = loader.Load(request.Image, 0);
        PreparedImage image = loader.PrepareTarget(request.Image, picture, 0, ImageReady);
        PreparedImage[] references =
            [.. request.References.Select(path => loader.PrepareReference(path, ImageReady, ReferencesReady))];
        ColorizationResult? result = references.Length == 0
            ? null
            : engine.Pipeline.Colorize(image, references, options, null, cancellationToken);

        ClassMap classes = image.Classes(reduction.Count);
        MapFile.Save(AreaMap.Paint(image, classes), request.Overlay, cancellationToken);
        reporter.Note($"the areas are drawn in {request.Overlay}");
        if (request.AreaMap is { } ids)
            GreyPng.Save(FullSizeAreas.Find(picture.Pixels, image.Image, classes, cancellationToken), picture.Pixels.Size, ids, cancellationToken);
        reporter.Step("done", 1);
        return new InspectReport(
            facts.Name,
            engine.Device.ToString(),
            reduction.Count,
            [
                new PictureReport(request.Image, null, SeenReport.Of(image.Image.Seen), TargetAreas(image, classes, reduction, options.Assignment, result)),
                .. references.Select((reference, i) => new PictureReport(
                    request.References[i],
                    ((char)('A' + i)).ToString(),
                    SeenReport.Of(reference.Image.Seen),
                    [.. ClassSummary.Describe(reference.Classes(reduction.Count), reference.Image, reduction).Select(area => Row(area))])),
            ],
            [.. result?.Blocks.Notes.Select(note => note.ToString()) ?? []]);
    }

    private static AreaReport[] TargetAreas(
        PreparedImage image, ClassMap classes, CategoryReduction reduction, CategoryAssignment assignment, ColorizationResult? result)
    {
        IReadOnlyList<ClassSummary> areas = ClassSummary.Describe(classes, image.Image, reduction);
        if (result is null)
            return [.. areas.Select(area => Row(area))];
        IReadOnlyDictionary<int, IReadOnlyList<AreaName>> pairs = result.Blocks.Sources;
        return [.. areas.Select(area => Row(area) with
        {
            PairsWith = [.. pairs[area.ClassId].Select(source => source.ToString())],
            MatchStrength = result.MatchStrength(area.ClassId),
            StaysGrey = assignment.Target(area.ClassId).Kind == TargetChoiceKind.LeaveGrey,
        })];
    }

    private static AreaReport Row(ClassSummary area)
    {
        byte[] color = new byte[PixelFormat.Rgba8.BytesPerPixel()];
        SrgbLabConverter.LabToRow([area.L], [area.A], [area.B], PixelFormat.Rgba8, color);
        return new AreaReport(
            area.ClassId, area.Name, area.Share, $"#{Convert.ToHexStringLower(color.AsSpan(0, 3))}", area.Confidence, null, null, false, area.IsSmall);
    }
}
