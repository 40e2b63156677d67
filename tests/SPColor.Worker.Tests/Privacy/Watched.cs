using System.Diagnostics;
using System.Text.RegularExpressions;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Privacy;

/// <summary>
/// Runs spcolor as a program of its own: home folder empty, no sign of a build machine in its environment, every system call that makes a file or
/// reaches out recorded by strace; without strace its open sockets are looked at in /proc until it ends.
/// </summary>
internal sealed partial class Watched : IDisposable
{
    private const string Strace = "/usr/bin/strace";

    // ONNX Runtime sends nothing where it sees one of these; a user's machine has none.
    private static readonly string[] _buildMachine = ["CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY"];

    private readonly TempFolder _folder = new();

    public Watched()
    {
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Work);
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>Where it runs.</summary>
    public string Work => _folder["work"];

    private string Home => _folder["home"];

    private string Temporary => _folder["tmp"];

    private string Trace => _folder["trace"];

    /// <summary>Runs it to its end.</summary>
    /// <param name="open">How long its standard input stays open.</param>
    /// <param name="arguments">Of spcolor.</param>
    /// <returns>Exit code, and all that it printed.</returns>
    public async Task<(int Code, string Said)> Run(TimeSpan open, params string[] arguments)
    {
        using Process process = Process.Start(Start(arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(Stop), error = process.StandardError.ReadToEndAsync(Stop);
        Task looked = File.Exists(Strace) ? Task.CompletedTask : LookAsync(process);
        if (open > TimeSpan.Zero)
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(open, Stop));
        process.StandardInput.Close();
        await process.WaitForExitAsync(Stop);
        await looked;
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Every file and folder that it left outside of where it ran.</summary>
    public string[] Left() =>
        [.. Directory.EnumerateFileSystemEntries(Home, "*", SearchOption.AllDirectories), .. Directory.EnumerateFileSystemEntries(Temporary)];

    /// <summary>Every call that made something outside of its folders, or a socket other than the runtime's own diagnostic one, which has no network.</summary>
    public string[] Strayed() => File.Exists(Trace) ? [.. File.ReadLines(Trace).Where(Strays)] : [];

    public void Dispose() => _folder.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ProcessStartInfo Start(string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "spcolor");
        string[] watch = ["-f", "-qq", "-e", "trace=openat,open,creat,mkdir,mkdirat,socket,connect,sendto,sendmsg,sendmmsg", "-o", Trace, program];
        bool traced = File.Exists(Strace);
        var start = new ProcessStartInfo(traced ? Strace : program, [.. traced ? watch : [], .. arguments])
        {
            WorkingDirectory = Work, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (string name in _buildMachine)
            start.Environment.Remove(name);
        (start.Environment["HOME"], start.Environment["TMPDIR"]) = (Home, Temporary);
        return start;
    }

    private bool Strays(string call)
    {
        if (Socket().Match(call) is { Success: true } socket)
            return socket.Groups[1].Value is not ("AF_UNIX" or "AF_LOCAL");
        if (Made().Match(call) is not { Success: true } made)
            return false;
        string place = Path.GetFullPath(made.Groups[1].Value, Work);
        return !new[] { Work, Temporary, "/proc", "/dev" }.Any(folder => place.StartsWith(folder + "/", StringComparison.Ordinal));
    }

    private static async Task LookAsync(Process process)
    {
        string tables = $"/proc/{process.Id}/net/";
        while (!process.HasExited)
        {
            string[] open = [.. Sockets(process.Id)];
            foreach (string table in new[] { "tcp", "tcp6", "udp", "udp6" })
            {
                foreach (string line in File.Exists(tables + table) ? File.ReadLines(tables + table).Skip(1) : [])
                    Assert.DoesNotContain(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[9], open);
            }
            await Task.WhenAny(process.WaitForExitAsync(Stop), Task.Delay(TimeSpan.FromMilliseconds(10), Stop));
        }
    }

    private static IEnumerable<string> Sockets(int process)
    {
        string[] open;
        try
        {
            open = [.. Directory.EnumerateFiles($"/proc/{process}/fd").Select(fd => new FileInfo(fd).LinkTarget ?? "")];
        }
        catch (IOException)
        {
            yield break;
        }
        foreach (string link in open.Where(link => link.StartsWith("socket:[", StringComparison.Ordinal)))
            yield return link["socket:[".Length..^1];
    }

    [GeneratedRegex(@" socket\((\w+)")]
    private static partial Regex Socket();

    // Whatever it answered: a home folder that cannot be written must not hide that it was tried.
    [GeneratedRegex(@" (?:openat\(\S+ |open\(|creat\(|mkdir\(|mkdirat\(\S+ )""([^""]*)"", (?:[^)]*O_CREAT|0\d)")]
    private static partial Regex Made();
}
