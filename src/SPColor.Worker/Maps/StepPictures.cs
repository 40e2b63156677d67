using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Maps;

/// <summary>The pictures that <c>--maps</c> writes: what every step found.</summary>
internal static class StepPictures
{
    private const string Target = "target-areas.png", Warped = "warped.png", Match = "match.png";

    /// <summary>Names of the files that <see cref="Write"/> makes.</summary>
    /// <param name="references">Number of references.</param>
    public static IEnumerable<string> Names(int references) => [Target, .. Enumerable.Range(0, references).Select(Reference), Warped, Match];

    /// <summary>Writes target-areas, reference-A-areas, …, warped and match as PNG; the folder is made where it is missing.</summary>
    public static void Write(
        string folder,
        PreparedImage target,
        IReadOnlyList<PreparedImage> references,
        ColorizationResult result,
        CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new SPColorException($"the folder {folder} for --maps cannot be made: {refusal.Message}", refusal);
        }
        Save(Target, AreaMap.Paint(target, result.TargetClasses));
        for (int i = 0; i < references.Count; i++)
            Save(Reference(i), AreaMap.Paint(references[i], result.ReferenceClasses[i]));
        Save(Warped, WarpMap.Paint(result.Warped, target.Image));
        Save(Match, MatchMap.Paint(result.Warped, target.Image.Size));

        void Save(string name, PixelBuffer pixels) =>
            MapFile.Save(pixels, Path.Combine(folder, name), cancellationToken);
    }

    private static string Reference(int index) => $"reference-{(char)('A' + index)}-areas.png";
}
