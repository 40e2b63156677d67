using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using SPColor.Core;

namespace SPColor.PdnEffect.Worker;

/// <summary>One running worker program: its pipes, its last words, its end.</summary>
internal sealed class WorkerProcess
{
    private readonly Process _process;
    private readonly JobObject? _job;
    private readonly LastWords _lastWords = new();
    private readonly Task _errorRead;

    private WorkerProcess(Process process)
    {
        _process = process;
        Id = process.Id;
        _job = OperatingSystem.IsWindows() ? HoldInJob(process) : null;
        _errorRead = _lastWords.ReadAsync(process.StandardError.BaseStream);
        Exited = process.WaitForExitAsync();
    }

    public int Id { get; }

    public Stream ToWorker => _process.StandardInput.BaseStream;

    public Stream FromWorker => _process.StandardOutput.BaseStream;

    public Task Exited { get; }

    public int ExitCode => _process.ExitCode;

    /// <exception cref="SPColorException">It cannot be started; the words say why and what helps.</exception>
    public static WorkerProcess Start(WorkerLaunch launch)
    {
        if (!File.Exists(launch.Program))
            throw StartFailure.Missing(launch.Program);
        var info = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(launch.Program),
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return new WorkerProcess(Process.Start(info)!);
        }
        catch (Win32Exception error)
        {
            throw StartFailure.Explain(launch.Program, error, OperatingSystem.IsWindows());
        }
    }

    /// <summary>The last line it wrote to standard error. Waits for more only where the process has ended.</summary>
    public async Task<string> LastWordsAsync(TimeSpan limit)
    {
        if (Exited.IsCompleted)
            await Task.WhenAny(_errorRead, Task.Delay(limit)).ConfigureAwait(false);
        return _lastWords.Line;
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (Exception ended) when (ended is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, or is just ending.
        }
    }

    /// <summary>Kills it and frees what belongs to it, as soon as it is gone.</summary>
    /// <param name="limit">How long to wait for that; the rest happens later.</param>
    public async Task EndAsync(TimeSpan limit)
    {
        Kill();
        if (OperatingSystem.IsWindows())
            _job?.Dispose();
        Task freed = Exited.ContinueWith(_ => _process.Dispose(), TaskScheduler.Default);
        await Task.WhenAny(freed, Task.Delay(limit)).ConfigureAwait(false);
    }

    [SupportedOSPlatform("windows")]
    private static JobObject? HoldInJob(Process process)
    {
        try
        {
            return new JobObject(process);
        }
        catch (Win32Exception)
        {
            // An old Windows inside another job refuses; the closed pipe ends the worker then.
            return null;
        }
    }
}
