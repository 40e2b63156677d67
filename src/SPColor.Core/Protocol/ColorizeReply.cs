using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Segmentation;

namespace SPColor.Core.Protocol;

/// <summary>What steps 4–7 found, as far as the plugin needs it.</summary>
/// <param name="Chroma">Final a*, b*: h×w.</param>
/// <param name="MatchStrength">Warped similarity S of each cell of the target's class map; 0 where unrelated.</param>
/// <param name="TargetClasses">Areas of the target, before the user's tables.</param>
/// <param name="ReferenceClasses">Areas of each reference, before the user's tables.</param>
/// <param name="Matches">One row for each area that the target has, by id.</param>
/// <param name="Notes">Choices that did not apply.</param>
/// <param name="Device">Where the networks ran this time, and why.</param>
public sealed record ColorizeReply(
    ChromaPlanes Chroma,
    float[] MatchStrength,
    ClassMap TargetClasses,
    IReadOnlyList<ClassMap> ReferenceClasses,
    IReadOnlyList<AreaMatch> Matches,
    IReadOnlyList<AssignmentNote> Notes,
    string Device)
{
    /// <summary>Takes out of a run what crosses the pipe.</summary>
    /// <param name="result">A run.</param>
    /// <param name="device">Where it ran.</param>
    public static ColorizeReply From(ColorizationResult result, string device)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ColorizeReply(
            result.Chroma,
            result.Warped.Similarity,
            result.TargetClasses,
            result.ReferenceClasses,
            [.. result.Blocks.Sources.OrderBy(area => area.Key).Select(area =>
                new AreaMatch(area.Key, area.Value, result.MatchStrength(area.Key)))],
            result.Blocks.Notes,
            device);
    }

    /// <summary>Whether all planes have the sizes that a target of <paramref name="size"/> pixels and so many references must give.</summary>
    /// <param name="size">Working size of the target.</param>
    /// <param name="references">Number of references.</param>
    public bool Fits(GridSize size, int references) =>
        Chroma.Size == size
        && Chroma.A.Length == size.Count
        && Chroma.B.Length == size.Count
        && ReferenceClasses.Count == references
        && ReferenceClasses.Append(TargetClasses).All(map => map.Ids.Length == map.Size.Count && map.Confidence.Length == map.Size.Count
            && (map.Pixels is null || map.Pixels.Ids.Length == map.Pixels.Size.Count))
        && (TargetClasses.Pixels is null || TargetClasses.Pixels.Size == size)
        && MatchStrength.Length == TargetClasses.Size.Count;
}

/// <summary>What one area of the target really takes its colour from.</summary>
/// <param name="ClassId">The area.</param>
/// <param name="Sources">Areas of the references; empty: no match, its colour is guessed.</param>
/// <param name="Strength">Mean match strength over the area; 0 where nothing matched.</param>
public sealed record AreaMatch(int ClassId, IReadOnlyList<AreaName> Sources, float Strength);
