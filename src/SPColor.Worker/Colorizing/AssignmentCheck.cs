using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;

namespace SPColor.Worker.Colorizing;

/// <summary>
/// Refuses ids and letters that no picture of this run can have. An id that exists but that a picture happens to lack is no
/// error: it makes the area unrelated on purpose (spcolor.md §1.7), and the run's notes say so.
/// </summary>
internal static class AssignmentCheck
{
    public static void Check(ColorizationOptions options, int references)
    {
        foreach (var (id, choice) in options.Assignment.Targets)
        {
            Check(new AreaName(null, id), options.Areas!.Value, references);
            if (choice.Kind == TargetChoiceKind.TakeFrom)
                Check(choice.Source, options.Areas.Value, references);
        }
        foreach (var (area, choice) in options.Assignment.References)
        {
            Check(area, options.Areas!.Value, references);
            Check(new AreaName(null, choice.EffectiveId(area.ClassId)), options.Areas.Value, references);
        }
    }

    private static void Check(AreaName area, int areas, int references)
    {
        if (area.ClassId >= areas)
            throw new SPColorException($"area {area} does not exist: with {areas} areas the numbers are 0 to {areas - 1}; see 'spcolor inspect', or raise --areas");
        if (area.Reference >= references)
            throw new SPColorException($"area {area} is of reference {(char)('A' + area.Reference.Value)}, but {(references == 1 ? "only one reference was" : $"only {references} references were")} given");
    }
}
