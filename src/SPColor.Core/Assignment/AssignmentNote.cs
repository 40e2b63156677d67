namespace SPColor.Core.Assignment;

/// <summary>A choice that had no effect, or another than its words promise.</summary>
/// <param name="Area">The area that was chosen for: without a reference it is the target's.</param>
/// <param name="MissingSource">The area that colour should come from and that no picture has; null: <paramref name="Area"/> itself does not occur.</param>
public sealed record AssignmentNote(AreaName Area, AreaName? MissingSource)
{
    /// <summary>One line for the user.</summary>
    public override string ToString() => MissingSource is { } source
        ? $"area {Area} should take its colour from {source}, which no reference has: its colour is guessed"
        : $"area {Area} has a choice but does not occur {(Area.Reference is null ? "in this picture" : "in the references")}: the choice is not used";
}
