namespace SPColor.Worker.Reporting;

/// <summary>One line for each new step: for files, pipes and scripts.</summary>
internal sealed class PlainReporter(TextWriter writer) : IJobReporter
{
    private string? _last;

    public void Step(string step, double fraction)
    {
        if (step == _last)
            return;
        _last = step;
        writer.WriteLine($"{OneLine.Of(step)} …");
    }

    public void Note(string line) => writer.WriteLine($"note: {OneLine.Of(line)}");
}
