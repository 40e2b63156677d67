namespace SPColor.Worker.Commands;

/// <summary>What <c>spcolor</c> tells the shell; listed in <c>spcolor --help</c> and README.md.</summary>
internal static class ExitCode
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>A foreseeable failure; one line on standard error says which.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong; nothing was read or written.</summary>
    public const int Usage = 2;

    /// <summary>A defect of spcolor: please report what standard error shows.</summary>
    public const int Defect = 3;

    /// <summary>Stopped by the user (Ctrl+C); the output file is as it was before.</summary>
    public const int Cancelled = 130;
}
