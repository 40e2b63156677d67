using System.Text.Json.Serialization;

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
/// <param name="Areas">One row for each area that the picture has.</param>
internal sealed record PictureReport(string File, string? Letter, IReadOnlyList<AreaReport> Areas);

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
