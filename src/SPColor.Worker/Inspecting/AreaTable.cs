using SPColor.Worker.Reporting;

namespace SPColor.Worker.Inspecting;

/// <summary>The report as plain text columns, the same on a terminal and in a file.</summary>
internal static class AreaTable
{
    public static void Write(TextWriter output, InspectReport report)
    {
        foreach (PictureReport picture in report.Pictures)
        {
            output.WriteLine(OneLine.Of(picture.Letter is null ? picture.File : $"{picture.Letter}  {picture.File}"));
            if (picture.Seen is { } seen)
                output.WriteLine($"  looks at {seen.Words}{(seen.Border ? ", inside its border" : "")}");
            bool paired = picture.Areas.Any(area => area.PairsWith is not null);
            output.WriteLine($"  area   share  colour   sure{(paired ? "  match  takes colour from" : "")}");
            foreach (AreaReport area in picture.Areas.Where(area => !area.Small))
                output.WriteLine($"  {Name(area),-5} {area.Share,6:0.0%}  {area.Color}  {area.Confidence,4:0.00}{(paired ? Pairing(area) : "")}");
            AreaReport[] small = [.. picture.Areas.Where(area => area.Small)];
            if (small.Length > 0)
                output.WriteLine($"  small areas: {string.Join(", ", small.Select(Name))} ({small.Sum(area => area.Share):0.0%})");
            output.WriteLine();
        }
        foreach (string note in report.Notes)
            output.WriteLine($"note: {OneLine.Of(note)}");
    }

    private static string Name(AreaReport area) => area.Name is null ? area.Id.ToString() : $"{area.Id} {area.Name}";

    private static string Pairing(AreaReport area) =>
        $"  {area.MatchStrength ?? 0,5:0.00}  {Source(area)}";

    private static string Source(AreaReport area) => area switch
    {
        { StaysGrey: true } => "none: stays grey",
        { PairsWith: { Count: > 0 } pairs } => string.Join(", ", pairs),
        _ => "no match: guessed",
    };
}
