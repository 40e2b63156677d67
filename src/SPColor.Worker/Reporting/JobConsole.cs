namespace SPColor.Worker.Reporting;

/// <summary>Chooses how a job reports: a bar on a terminal, plain lines elsewhere.</summary>
internal static class JobConsole
{
    public static void Run(TextWriter error, Action<IJobReporter> job)
    {
        if (error is GuardedWriter { IsErrorTerminal: true })
            TerminalReporter.Run(error, job);
        else
            job(new PlainReporter(error));
    }
}
