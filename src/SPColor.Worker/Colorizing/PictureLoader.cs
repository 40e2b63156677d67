using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Worker.Pictures;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Colorizing;

/// <summary>Reads picture files and takes them through steps 1–3, with the refusals that need the file's name.</summary>
internal sealed class PictureLoader(ColorizationPipeline pipeline, LookChoice look, IJobReporter reporter, CancellationToken cancellationToken)
{
    /// <summary>Reads a file; its own notes, such as "only the first frame is used", go to the reporter.</summary>
    public Picture Load(string path, double fraction)
    {
        reporter.Step($"reading {Path.GetFileName(path)}", fraction);
        Picture picture = ImageFile.Load(path, cancellationToken);
        foreach (string note in picture.Notes)
            reporter.Note(note);
        return picture;
    }

    public PreparedImage PrepareTarget(string path, Picture picture, double from, double to)
    {
        SeenPart part = FindPhoto(path, picture.Pixels)
            ?? throw new SPColorException($"{path} is wholly transparent: there is nothing to colour");
        return Prepare(path, picture.Pixels, part.TurnedBy(look.Turn), ImageRole.Target, from, to);
    }

    /// <summary>Reads a reference and prepares it; its full-size pixels are not kept.</summary>
    public PreparedImage PrepareReference(string path, double from, double to)
    {
        PixelBuffer pixels = Load(path, from).Pixels;
        SeenPart part = FindPhoto(path, pixels)
            ?? throw new SPColorException($"the reference {path} is wholly transparent: choose a picture with visible colours");
        PreparedImage reference = Prepare(path, pixels, part, ImageRole.Reference, from, to);
        if (!ReferenceColor.HasColor(reference.Image))
            throw new SPColorException($"the reference has no colour: {path} is grey; choose a colour picture");
        if (ReferenceTones.Note(reference.Image) is { } note)
            reporter.Note($"the reference {path}: {note}.");
        return reference;
    }

    private SeenPart? FindPhoto(string path, PixelBuffer pixels)
    {
        SeenPart? part = PhotoFinder.Find(pixels, path, look.Border, cancellationToken);
        if (part is { HasBorder: true })
            reporter.Note($"{path}: looking at the photo inside its border, {SeenWords.Of(part)}; --border keep looks at all of it");
        return part;
    }

    private PreparedImage Prepare(string path, IPixelSource pixels, SeenPart part, ImageRole role, double from, double to)
    {
        var progress = new JobProgress(
            reporter, Path.GetFileName(path), from, to, ColorizationStage.WorkingSize, ColorizationStage.Segmentation);
        return pipeline.Prepare(pixels, part, role, look.Side, progress, cancellationToken);
    }
}
