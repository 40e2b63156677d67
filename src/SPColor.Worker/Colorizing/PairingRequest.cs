using SPColor.Core.Files;
using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Models;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Colorizing;

/// <summary>Areas and pairing as the command line gives them: a pairing file first, then every rule over it.</summary>
/// <param name="Areas">Number of areas, or null: the file's, else the pack's.</param>
/// <param name="File">A saved pairing, or null.</param>
/// <param name="Targets">Rules of <c>--pair</c> and <c>--leave-grey</c>.</param>
/// <param name="References">Rules of <c>--counts-as</c>.</param>
internal sealed record PairingRequest(
    int? Areas, string? File, IReadOnlyList<TargetRule> Targets, IReadOnlyList<ReferenceRule> References)
{
    /// <summary>The options of a run, with every id and letter checked against what this run has.</summary>
    /// <param name="facts">The pack.</param>
    /// <param name="references">Number of references.</param>
    /// <param name="cancellationToken">Stops the reading of the file.</param>
    /// <exception cref="SPColorException">The file cannot be read, or a rule names something that this run does not have.</exception>
    public ColorizationOptions Resolve(ModelFacts facts, int references, CancellationToken cancellationToken)
    {
        AssignmentFile? file = File is null ? null : Load(File, cancellationToken);
        if (file is not null && file.Pack != facts.Name)
            throw new SPColorException($"pairing file {File} was made with the pack '{file.Pack}', whose areas are others: add --pack {file.Pack}");
        if (file is not null && Areas is { } asked && asked != file.Areas)
            throw new SPColorException($"pairing file {File} is for {file.Areas} areas, not {asked}: leave --areas out, or make a new pairing");

        CategoryAssignment assignment = file?.Assignment ?? CategoryAssignment.Automatic;
        foreach (TargetRule rule in Targets)
            assignment = assignment.WithTarget(rule.Area, rule.Choice);
        foreach (ReferenceRule rule in References)
            assignment = assignment.WithReference(rule.Area with { Reference = rule.Area.Reference ?? 0 }, rule.Choice);

        var options = new ColorizationOptions(Areas ?? file?.Areas ?? facts.Prior.DefaultClassCount, assignment);
        AssignmentCheck.Check(options, references);
        return options;
    }

    /// <summary>Keeps a pairing for the next photo.</summary>
    public static void Save(string path, ModelFacts facts, ColorizationOptions options, CancellationToken cancellationToken) =>
        AtomicFile.Write(path, new AssignmentFile(facts.Name, options.Areas!.Value, options.Assignment).Save, cancellationToken);

    private static AssignmentFile Load(string path, CancellationToken cancellationToken)
    {
        using FileStream stream = InputFile.Open(path, cancellationToken);
        return AssignmentFile.Load(stream, path);
    }
}
