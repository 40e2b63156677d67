using System.Globalization;
using SPColor.Core.Assignment;
using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Pairing;

/// <summary>Both lists of rows for one run's pictures; rows stay the same objects while the areas do, so that a selection survives.</summary>
internal sealed class AreaLists
{
    private readonly SessionResult _made;
    private readonly IReadOnlyList<string> _labels;

    /// <summary>Makes the rows.</summary>
    /// <param name="result">A run.</param>
    /// <param name="labels">Names of its references.</param>
    /// <param name="choose">Told what the user chose in a row.</param>
    public AreaLists(SessionResult result, IReadOnlyList<string> labels, Action<AreaRow, string> choose)
    {
        (_made, _labels) = (result, labels);
        Target = [.. result.Target.Cards.Select(card => new AreaRow(null, card, choose))];
        References = [.. result.References.SelectMany((picture, r) => picture.Cards.Select(card => new AreaRow(r, card, choose)))];
    }

    /// <summary>This layer's areas, largest first.</summary>
    public IReadOnlyList<AreaRow> Target { get; }

    /// <summary>The references' areas, reference after reference.</summary>
    public IReadOnlyList<AreaRow> References { get; }

    /// <summary>Whether another run's pictures have these very areas.</summary>
    public bool Fit(SessionResult result, IReadOnlyList<string> labels) =>
        result.Target == _made.Target && result.References.SequenceEqual(_made.References) && labels.SequenceEqual(_labels);

    /// <summary>Shows the user's choices.</summary>
    public void ShowChoices(CategoryAssignment assignment)
    {
        IReadOnlyList<AreaOption> ofTarget = AreaOptions.ForTarget(References, _labels, assignment);
        IReadOnlyList<AreaOption> ofReference = AreaOptions.ForReference(Target);
        foreach (AreaRow row in Target)
            Show(row, ofTarget, [.. row.Card.ClassIds.Select(id => assignment.Target(id).ToString()).Distinct()]);
        foreach (AreaRow row in References)
            Show(row, ofReference, [.. row.Areas.Select(area => assignment.Reference(area).ToString()).Distinct()]);
    }

    /// <summary>Shows what a run with these areas found.</summary>
    public void ShowMatches(SessionResult result)
    {
        IReadOnlyDictionary<int, IReadOnlyList<AreaName>> sources = result.Answer.Sources;
        foreach (AreaRow row in Target)
        {
            float strength = row.Card.ClassIds.Average(id => result.Answer.Strengths.GetValueOrDefault(id));
            row.Show(strength, Words.TakesFrom([.. row.Card.ClassIds.SelectMany(id => sources[id]).Distinct().Select(TitleOf)]));
        }

        foreach (AreaRow row in References)
            row.Show(null, Words.GivesTo([.. Takers(row, sources).Select(id => RowOf(id)!.Title).Distinct()]));
    }

    /// <summary>The areas of this layer that a row stands for on the canvas: its own, or those that take colour from it.</summary>
    public static IReadOnlyCollection<int> OnCanvas(AreaRow row, SessionResult result) =>
        row.Reference is null ? row.Card.ClassIds : Takers(row, result.Answer.Sources);

    /// <summary>The row of an area of this layer; null if there is none.</summary>
    public AreaRow? RowOf(int classId) => Target.FirstOrDefault(row => row.Card.ClassIds.Contains(classId));

    private static int[] Takers(AreaRow row, IReadOnlyDictionary<int, IReadOnlyList<AreaName>> sources) =>
        [.. sources.Where(item => item.Value.Intersect(row.Areas).Any()).Select(item => item.Key).Order()];

    private string TitleOf(AreaName area)
    {
        AreaRow? row = References.FirstOrDefault(row => row.Areas.Contains(area));
        string title = row?.Title ?? area.ClassId.ToString(CultureInfo.InvariantCulture);
        return _labels.Count > 1 ? Words.OfLayer(_labels[area.Reference ?? 0], title) : title;
    }

    private static void Show(AreaRow row, IReadOnlyList<AreaOption> options, string[] values)
    {
        AreaOption? choice = values.Length > 1
            ? new AreaOption("", Words.Various, null)
            : options.FirstOrDefault(option => option.Value == values[0]);
        choice ??= new AreaOption(values[0], Words.MissingArea(values[0]), null);
        row.Show(options.Contains(choice) ? options : [.. options, choice], choice);
    }
}
