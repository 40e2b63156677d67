using SPColor.Core;
using SPColor.Core.Files;
using SPColor.Worker.Maps;
using SPColor.Worker.Pictures;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Colorizing;

/// <summary>What cannot or must not be written is refused before time is spent on it.</summary>
internal static class ColorizeOutputs
{
    /// <summary>Looks at names alone.</summary>
    /// <exception cref="SPColorException">A place takes no file, or an output would replace an input or another output.</exception>
    public static void Check(ColorizeRequest request)
    {
        ImageFile.CheckEnding(request.Output);
        if (request.Quality is not null && !ImageFile.HasQuality(request.Output))
            throw new SPColorException($"{request.Output}: --quality is for .jpg and .webp, other kinds lose nothing: leave it out.");
        var places = new OutputPlaces();
        foreach (string reference in request.References)
        {
            if (reference != request.Target)
                places.Keep(reference, "a reference");
        }
        if (request.Maps is { } folder)
            places.AddFolder(folder, StepPictures.Names(request.References.Count), "--maps");
        places.Add(request.Output, "--output").Keep(request.Target, "the photo");
        if (request.SavePairing is { } file)
            places.Add(file, "--save-pairing");
        if (IsInPlace(request) && !request.InPlace)
        {
            throw new SPColorException(
                $"{request.Output}: --output would replace the photo itself, perhaps your only copy: choose another name, or add --in-place.");
        }
    }

    /// <summary>Looks at the photo: whether the output can hold it, and what of its file would be lost.</summary>
    /// <exception cref="SPColorException">Transparent or too large for the kind; or the photo's own file would lose what cannot be written back.</exception>
    public static void Check(ColorizeRequest request, Picture photo, IJobReporter reporter, CancellationToken cancellationToken)
    {
        ImageFile.CheckFits(photo, request.Output, cancellationToken);
        IReadOnlyList<string> losses = ImageFile.Losses(photo, request.Output);
        if (IsInPlace(request) && (photo.Unread ?? ImageFile.OtherKind(photo, request.Output) ?? (losses.Count > 0 ? losses[0] : null)) is { } lost)
            throw new SPColorException($"{request.Output}: written in place the file would lose {lost}: give --output another name.");
        foreach (string loss in losses)
            reporter.Note($"{request.Output}: {loss} cannot be kept in this kind of file.");
    }

    private static bool IsInPlace(ColorizeRequest request) =>
        File.Exists(request.Target)
        && string.Equals(LinkFree.Resolve(request.Target), LinkFree.Resolve(request.Output), StringComparison.OrdinalIgnoreCase);
}
