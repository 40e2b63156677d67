namespace SPColor.Worker.Reporting;

/// <summary>Texts that quote file names or files, made fit for one line of a terminal.</summary>
internal static class OneLine
{
    /// <summary>Line ends and tabs become spaces, other control characters "?": a name cannot move the cursor or fake a line.</summary>
    public static string Of(string text) =>
        text.Any(char.IsControl)
            ? string.Concat(text.ReplaceLineEndings(" ").Select(c => c == '\t' ? ' ' : char.IsControl(c) ? '?' : c))
            : text;
}
