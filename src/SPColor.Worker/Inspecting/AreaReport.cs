using System.Text.Json.Serialization;
using SPColor.Core.Imaging;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Inspecting;

/// <summary>What <c>spcolor inspect</c> says; as JSON with <c>--json</c>.</summary>
/// <param name="Pack">Name of the model pack.</param>
/// <param name="Device">Where the networks ran, and why.</param>
/// <param name="Areas">Number of areas asked for.</param>
/// <param name="Pictures">The inspected picture, then its references A, B, ….</param>
/// <param name="Notes">Choices of a pairing that did not apply.</param>
internal sealed record InspectReport(
    string Pack, string Device, int Areas, IReadOnlyList<PictureReport> Pictures, IReadOnlyList<string> Notes);

/// <summary>The areas of one picture, largest first.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Letter">A, B, … of a reference; null for the inspected picture.</param>
/// <param name="Seen">The part of the picture that is looked at; null: all of it, as it lies.</param>
/// <param name="Areas">One row for each area that the picture has.</param>
internal sealed record PictureReport(string File, string? Letter, SeenReport? Seen, IReadOnlyList<AreaReport> Areas);

/// <summary>The part of a picture that is looked at.</summary>
/// <param name="X">Left column of the smallest rectangle of pixels around it.</param>
/// <param name="Y">Its top row.</param>
/// <param name="Width">Its columns.</param>
/// <param name="Height">Its rows.</param>
/// <param name="Turn">By how many degrees the picture is turned clockwise to show the part upright.</param>
/// <param name="Border">Whether a border around it was found and left out.</param>
/// <param name="Words">The same for people.</param>
internal sealed record SeenReport(int X, int Y, int Width, int Height, double Turn, bool Border, string Words)
{
    /// <summary>Null where all of the picture is looked at, as it lies.</summary>
    public static SeenReport? Of(SeenPart? part)
    {
        if (part is null or { IsWhole: true })
            return null;
        (int x, int y, int width, int height) = part.Bounds;
        return new SeenReport(x, y, width, height, Math.Round(part.Turn, 2), part.HasBorder, SeenWords.Of(part));
    }
}

/// <summary>One area of one picture.</summary>
/// <param name="Id">The number that <c>--pair</c> takes.</param>
/// <param name="Name">The pack's word for it, or null.</param>
/// <param name="Share">Part of the visible picture, 0…1.</param>
/// <param name="Color">Mean colour, #rrggbb.</param>
/// <param name="Confidence">How sure the segmentation is, mean over the area, 0…1.</param>
/// <param name="PairsWith">Reference areas that it takes colour from, such as "A:3"; empty: no match. Null without references.</param>
/// <param name="MatchStrength">Mean match strength over the area, 0…1; null without references and for references.</param>
/// <param name="StaysGrey">Whether the pairing leaves it grey; then nothing pairs with it.</param>
/// <param name="Small">Under 0.5 % of the picture.</param>
internal sealed record AreaReport(
    int Id,
    string? Name,
    float Share,
    string Color,
    float Confidence,
    IReadOnlyList<string>? PairsWith,
    float? MatchStrength,
    bool StaysGrey,
    bool Small);

/// <summary>JSON of <see cref="InspectReport"/>.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InspectReport))]
internal sealed partial class InspectJson : JsonSerializerContext;
