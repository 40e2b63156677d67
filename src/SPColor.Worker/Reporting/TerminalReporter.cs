using Spectre.Console;

namespace SPColor.Worker.Reporting;

/// <summary>A progress bar that names the step; notes appear below when the job ends.</summary>
internal sealed class TerminalReporter : IJobReporter
{
    private readonly ProgressTask _bar;
    private readonly List<string> _notes = [];

    private TerminalReporter(ProgressTask bar) => _bar = bar;

    public static void Run(TextWriter writer, Action<IJobReporter> job)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        List<string> notes = [];
        console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(context =>
            {
                var reporter = new TerminalReporter(context.AddTask("starting", maxValue: 1));
                notes = reporter._notes;
                job(reporter);
            });
        foreach (string note in notes)
            writer.WriteLine($"note: {OneLine.Of(note)}");
    }

    public void Step(string step, double fraction)
    {
        _bar.Description = Markup.Escape(OneLine.Of(step));
        _bar.Value = fraction;
    }

    public void Note(string line) => _notes.Add(line);
}
