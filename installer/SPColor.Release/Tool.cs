using System.ComponentModel;
using System.Diagnostics;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>Another program, run to its end.</summary>
internal static class Tool
{
    /// <summary>Runs it; the result is what it said and its exit code.</summary>
    /// <exception cref="SPColorException">The program is not there; <paramref name="cure"/> ends the message.</exception>
    public static async Task<(int ExitCode, string Said)> RunAsync(
        string program, IEnumerable<string> arguments, string cure, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Start(start, cure);
        // Killed with its children, else a stopped release keeps building.
        await using CancellationTokenRegistration stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        string said = await output + await error;
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, said);
    }

    private static Process Start(ProcessStartInfo start, string cure)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception reason)
        {
            throw new SPColorException($"{start.FileName} cannot be started ({reason.Message}): {cure}", reason);
        }
    }
}
