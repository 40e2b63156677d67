using System.Diagnostics;

namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>Waits for what other processes do, and for their end, children of this one or not.</summary>
internal static class Processes
{
    /// <summary>Limit of a test that waits. Not a measurement: where what it waits for never happens, it must end all the same.</summary>
    public const int MillisecondsUntilGivenUp = 60_000;

    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when the process is gone; a test that waits in vain is ended by its own time limit.</summary>
    public static Task EndedAsync(int id) => UntilAsync(() => !IsRunning(id));

    /// <summary>Returns when another process has made it true.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(_poll, TestContext.Current.CancellationToken);
    }

    public static bool IsRunning(int id)
    {
        // An orphan that nobody has collected yet has ended all the same.
        if (OperatingSystem.IsLinux())
            return File.Exists($"/proc/{id}/stat") && State(id) != 'Z';
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Children of this process that have ended and were not collected.</summary>
    public static int Zombies() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName)
        .Where(name => int.TryParse(name, out _))
        .Count(name => State(int.Parse(name!)) == 'Z' && ParentOf(int.Parse(name!)) == Environment.ProcessId);

    private static char State(int id) => Fields(id) is [var state, ..] ? state[0] : 'Z';

    private static int ParentOf(int id) => Fields(id) is [_, var parent, ..] ? int.Parse(parent) : 0;

    /// <summary>The fields after the command's name, which may hold blanks itself.</summary>
    private static string[] Fields(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
