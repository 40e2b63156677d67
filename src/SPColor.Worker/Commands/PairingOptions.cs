using System.CommandLine;
using SPColor.Worker.Colorizing;

namespace SPColor.Worker.Commands;

/// <summary>Options that say which area takes its colour from which; one instance per command.</summary>
internal sealed class PairingOptions
{
    private readonly Option<TargetRule[]> _pairs = new("--pair")
    {
        Description = "The photo's area T takes its colour from the reference's area R (B:R of the second reference, guess, grey or auto). Repeatable.",
        HelpName = "T=R",
        CustomParser = result => Parsing.ParseAll(result, TargetRule.Parse),
    };

    private readonly Option<TargetRule[]> _leaveGrey = new("--leave-grey")
    {
        Description = "The photo's area T stays grey. Repeatable.",
        HelpName = "T",
        CustomParser = result => Parsing.ParseAll(result, TargetRule.ParseLeaveGrey),
    };

    private readonly Option<ReferenceRule[]> _countsAs = new("--counts-as")
    {
        Description = "The reference's area R counts as area ID in automatic pairing, or is unused. Repeatable.",
        HelpName = "R=ID",
        CustomParser = result => Parsing.ParseAll(result, ReferenceRule.Parse),
    };

    private readonly Option<string?> _file = new("--pairing")
    {
        Description = "A pairing kept with --save-pairing; other options change it.", HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_pairs);
        command.Options.Add(_leaveGrey);
        command.Options.Add(_countsAs);
        command.Options.Add(_file);
    }

    public PairingRequest Read(ParseResult parsed, int? areas) =>
        new(
            areas,
            parsed.GetValue(_file),
            [.. parsed.GetValue(_pairs) ?? [], .. parsed.GetValue(_leaveGrey) ?? []],
            parsed.GetValue(_countsAs) ?? []);
}
