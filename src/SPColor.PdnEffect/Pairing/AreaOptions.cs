using SPColor.Core.Assignment;

namespace SPColor.PdnEffect.Pairing;

/// <summary>The dropdowns' entries.</summary>
internal static class AreaOptions
{
    /// <summary>"Takes colour from": automatic, every area of every reference, let it guess, leave grey.</summary>
    /// <param name="references">The references' rows.</param>
    /// <param name="labels">The references' names.</param>
    /// <param name="assignment">Says what their areas count as: that is the name they are taken by.</param>
    public static IReadOnlyList<AreaOption> ForTarget(
        IReadOnlyList<AreaRow> references, IReadOnlyList<string> labels, CategoryAssignment assignment)
    {
        IEnumerable<AreaOption> areas = references
            .SelectMany(row => row.Areas, (row, area) => (Row: row, Area: area, Taken: area with { ClassId = assignment.Reference(area).EffectiveId(area.ClassId) }))
            .Where(item => item.Taken.ClassId >= 0)
            .GroupBy(item => item.Taken)
            .Select(group => new AreaOption(
                TargetChoice.TakeFrom(group.Key).ToString(),
                Label(group.Key, string.Join(" + ", group.Select(item => Title(item.Row, item.Area)))),
                group.First().Row.Card.Thumbnail));
        return [
            new AreaOption(TargetChoice.Automatic.ToString(), Words.Automatic, null),
            .. areas,
            new AreaOption(TargetChoice.LetItGuess.ToString(), Words.LetItGuess, null),
            new AreaOption(TargetChoice.LeaveGrey.ToString(), Words.LeaveGrey, null)];

        string Label(AreaName area, string title) => labels.Count > 1 ? Words.OfLayer(labels[area.Reference!.Value], title) : title;
    }

    /// <summary>"Counts as": automatic, every area of this layer, not used.</summary>
    /// <param name="target">This layer's rows.</param>
    public static IReadOnlyList<AreaOption> ForReference(IReadOnlyList<AreaRow> target) =>
        [
            new AreaOption(ReferenceChoice.Automatic.ToString(), Words.Automatic, null),
            .. target.SelectMany(row => row.Areas, (row, area) => new AreaOption(
                ReferenceChoice.CountsAs(area.ClassId).ToString(), Title(row, area), row.Card.Thumbnail)),
            new AreaOption(ReferenceChoice.Unused.ToString(), Words.NotUsed, null)];

    private static string Title(AreaRow row, AreaName area) => row.Card.IsSmall ? Words.SmallArea(area.ClassId) : row.Title;
}
