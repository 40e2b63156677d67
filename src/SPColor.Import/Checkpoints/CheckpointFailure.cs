using SPColor.Core;

namespace SPColor.Import.Checkpoints;

/// <summary>How failures of checkpoints are worded.</summary>
internal static class CheckpointFailure
{
    private const int LongestLine = 300;

    /// <summary>A file that is damaged, hostile, or no checkpoint.</summary>
    /// <param name="place">Path of the file.</param>
    /// <param name="what">What is wrong; it may quote the file.</param>
    /// <param name="cause">The original failure.</param>
    internal static SPColorException Refused(string place, string what, Exception? cause = null) => new(
        $"{place} is refused: {OneLine(what)}; download it again, or save the model's state_dict() with torch.save", cause);

    /// <summary>A text from a file as part of a message: one line, not too long.</summary>
    /// <param name="text">The text.</param>
    internal static string OneLine(string text)
    {
        string line = string.Concat(text.Take(LongestLine).Select(c => char.IsControl(c) ? ' ' : c));
        return text.Length <= LongestLine ? line : $"{line}…";
    }
}
