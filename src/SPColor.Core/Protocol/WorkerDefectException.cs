namespace SPColor.Core.Protocol;

/// <summary>A defect inside the worker; it lives on, and the user can report what it said.</summary>
/// <param name="details">All that the worker knows, with its stack.</param>
public sealed class WorkerDefectException(string details)
    : SPColorException($"the colour process has a defect, please report it: {FirstLine(details)}")
{
    /// <summary>All that the worker knows, with its stack.</summary>
    public string Details { get; } = details;

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}
