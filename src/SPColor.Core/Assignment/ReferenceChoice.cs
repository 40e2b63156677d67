using System.Globalization;

namespace SPColor.Core.Assignment;

/// <summary>What one area of a reference counts as.</summary>
public readonly record struct ReferenceChoice
{
    private const string AutomaticWord = "auto";
    private const string UnusedWord = "unused";
    private const int UnusedId = -1;

    private readonly int? _classId;

    private ReferenceChoice(int classId) => _classId = classId;

    /// <summary>Its own id; also the default.</summary>
    public static ReferenceChoice Automatic => default;

    /// <summary>No target area takes colour from it.</summary>
    public static ReferenceChoice Unused => new(UnusedId);

    /// <summary>Whether it is left out.</summary>
    public bool IsUnused => _classId == UnusedId;

    /// <summary>Another id.</summary>
    /// <param name="classId">0 … <see cref="AreaName.IdCount"/>−1.</param>
    public static ReferenceChoice CountsAs(int classId)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(classId);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classId, AreaName.IdCount);
        return new ReferenceChoice(classId);
    }

    /// <summary>The id that an area has under this choice; −1 if it is left out.</summary>
    /// <param name="ownId">The area's own id.</param>
    public int EffectiveId(int ownId) => _classId ?? ownId;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">"auto", "unused", or a class id like "7".</param>
    /// <exception cref="SPColorException">It is none of them.</exception>
    public static ReferenceChoice Parse(string text) => text switch
    {
        AutomaticWord => Automatic,
        UnusedWord => Unused,
        _ when AreaName.TryParseId(text, out int id) => CountsAs(id),
        _ => throw new SPColorException($"choice '{AreaName.Quote(text)}' is not known: write auto, unused, or an area 0…{AreaName.IdCount - 1}"),
    };

    /// <summary>The text form.</summary>
    public override string ToString()
        => IsUnused ? UnusedWord : _classId?.ToString(CultureInfo.InvariantCulture) ?? AutomaticWord;
}
