namespace SPColor.Worker.Reporting;

/// <summary>Where a job says how far it is.</summary>
internal interface IJobReporter
{
    /// <summary>A step began or went on.</summary>
    /// <param name="step">In the user's words, such as "matching colours".</param>
    /// <param name="fraction">Of the whole job, 0…1.</param>
    void Step(string step, double fraction);

    /// <summary>Something the user should know; the job goes on.</summary>
    /// <param name="line">One line.</param>
    void Note(string line);
}
