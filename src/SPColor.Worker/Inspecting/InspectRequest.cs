using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Inspecting;

/// <summary>Everything that <c>spcolor inspect</c> was asked for.</summary>
/// <param name="Image">The picture to inspect.</param>
/// <param name="References">Its references, may be none.</param>
/// <param name="Engine">Pack and device.</param>
/// <param name="Look">How pictures are looked at.</param>
/// <param name="Pairing">Areas and pairing, as for colorize.</param>
/// <param name="Overlay">The picture of the areas to write.</param>
/// <param name="AreaMap">The file of area ids to write; null: none.</param>
internal sealed record InspectRequest(
    string Image, IReadOnlyList<string> References, EngineChoice Engine, LookChoice Look, PairingRequest Pairing, string Overlay,
    string? AreaMap = null);
