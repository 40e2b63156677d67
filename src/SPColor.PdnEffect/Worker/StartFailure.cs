using System.ComponentModel;
using SPColor.Core;

namespace SPColor.PdnEffect.Worker;

/// <summary>Words for a worker that cannot be started.</summary>
internal static class StartFailure
{
    // Error codes of CreateProcess, and of execve where they differ.
    private const int NotFound = 2, WindowsAccessDenied = 5, ExecFormat = 8, UnixAccessDenied = 13, SharingViolation = 32,
        BadExeFormat = 193, ExeMachineMismatch = 216, VirusInfected = 225, VirusDeleted = 226, BlockedByPolicy = 1260;

    private const string ZoneStream = ":Zone.Identifier";

    public static SPColorException Missing(string program) => new(
        $"the colour program is missing: {program}; reinstall SPColor, and if it vanishes again, allow it in your antivirus program");

    /// <summary>What a failed start means.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="error">What the system said.</param>
    /// <param name="isWindows">Codes mean different things elsewhere.</param>
    public static SPColorException Explain(string program, Win32Exception error, bool isWindows) => new(
        (error.NativeErrorCode, isWindows) switch
        {
            (NotFound, _) => Missing(program).Message,
            (WindowsAccessDenied, true) when File.Exists(program + ZoneStream) =>
                $"Windows blocks the colour program because it came from the internet: right-click {program}, Properties, Unblock",
            (WindowsAccessDenied or BlockedByPolicy or SharingViolation, true) =>
                $"Windows does not allow the colour program to start: {program}; allow it in your antivirus program or ask who manages this computer",
            (VirusInfected or VirusDeleted, true) =>
                $"the antivirus program blocks the colour program: {program}; allow it there, or reinstall SPColor from its own site",
            (UnixAccessDenied, false) => $"the colour program may not be executed: {program}; run chmod +x on it",
            (ExecFormat, false) or (BadExeFormat or ExeMachineMismatch, true) =>
                $"the colour program is damaged or made for another kind of computer: {program}; reinstall SPColor",
            _ => $"the colour program cannot be started: {program} ({error.Message}); reinstall SPColor",
        },
        error);

    /// <summary>It started, but ended before it said hello.</summary>
    public static SPColorException EndedAtOnce(string program, int exitCode, string lastWords) => new(
        $"the colour program ended at once ({(lastWords.Length > 0 ? lastWords : $"exit code {exitCode}")}): {program}; reinstall SPColor");

    public static SPColorException Silent(string program, TimeSpan limit) => new(
        $"the colour program did not answer within {limit.TotalSeconds:0} s: {program}; try again, and if it stays silent, restart the computer");

    public static SPColorException Nonsense(string program) => new(
        $"the colour program answers nonsense: {program} is not the one that came with this plugin; reinstall SPColor");

    public static SPColorException OtherVersion(string program, string version) => new(
        $"the colour program is of another version ({version}) than the plugin: {program}; reinstall SPColor");
}
