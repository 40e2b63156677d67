using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.Core.Models;

namespace SPColor.PdnEffect.Engine;

/// <summary>What an engine works with.</summary>
/// <param name="Device">"DirectML: NVIDIA …" or "CPU: because …".</param>
/// <param name="Pack">Name of the model pack.</param>
/// <param name="DefaultAreas">The pack's number of areas.</param>
/// <param name="AnySize">Whether long pictures may get a larger working size.</param>
internal sealed record EngineFacts(string Device, string Pack, int DefaultAreas, bool AnySize);

/// <summary>A picture that the engine has prepared; the engine gets the very same object back.</summary>
/// <param name="image">h×w at working size.</param>
internal class EnginePicture(LabImage image)
{
    /// <summary>h×w at working size.</summary>
    public LabImage Image { get; } = image;
}

/// <summary>What is to be coloured, and how.</summary>
/// <param name="Target">The grey picture.</param>
/// <param name="References">"A", "B", … of area names; at least one.</param>
/// <param name="Areas">N.</param>
/// <param name="Assignment">The pairing.</param>
internal sealed record ColorQuestion(
    EnginePicture Target, IReadOnlyList<EnginePicture> References, int Areas, CategoryAssignment Assignment);

/// <summary>How well each cell of the target matched.</summary>
/// <param name="Size">Cells.</param>
/// <param name="Strength">Similarity S, nominally 0…1.</param>
/// <param name="Related">Whether any reference cell was allowed to match; otherwise colour is guessed.</param>
internal sealed record MatchMap(GridSize Size, float[] Strength, bool[] Related);

/// <summary>Colour at working size, and where it came from.</summary>
/// <param name="Chroma">h×w.</param>
/// <param name="Match">Per cell.</param>
/// <param name="Sources">Per area of the target: the reference areas it really took colour from; none: no match.</param>
/// <param name="Strengths">Per area of the target: mean match strength.</param>
/// <param name="Notes">Choices that did not apply.</param>
/// <param name="Device">Where it ran this time, as <see cref="EngineFacts.Device"/>.</param>
internal sealed record ColorAnswer(
    ChromaPlanes Chroma,
    MatchMap Match,
    IReadOnlyDictionary<int, IReadOnlyList<AreaName>> Sources,
    IReadOnlyDictionary<int, float> Strengths,
    IReadOnlyList<AssignmentNote> Notes,
    string Device);
