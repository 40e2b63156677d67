using System.CommandLine;
using SPColor.Core;
using SPColor.Core.Models;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor models list</c>, <c>verify</c>, <c>use</c> and <c>import</c>.</summary>
internal static class ModelsCommand
{
    public const string Name = "models";

    public static Command Create()
    {
        var command = new Command(Name, "List the model packs, check or choose one, or build the paper's.");
        command.Subcommands.Add(CreateList());
        command.Subcommands.Add(CreateVerify());
        command.Subcommands.Add(CreateUse());
        command.Subcommands.Add(ImportCommand.Create());
        return command;
    }

    private static Command CreateList()
    {
        var command = new Command("list", "List the installed packs.");
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                foreach (string name in Installed())
                {
                    PackReport report = ModelPack.Verify(ModelPacks.Installed.Locate(name), cancellationToken);
                    string what = report.Manifest is { } manifest
                        ? $"{manifest.Version}  {manifest.License}  {manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB{(report.IsOk ? "" : "  DAMAGED")}"
                        : "not readable";
                    parsed.InvocationConfiguration.Output.WriteLine($"{name}  {what}  {report.Directory}");
                }
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Command CreateVerify()
    {
        var pack = new Argument<string?>("PACK")
        {
            Description = "A pack's name or folder; all installed packs without it.", Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify", "Check every file of a pack against its manifest.");
        command.Arguments.Add(pack);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () => Verify(parsed.GetValue(pack), parsed.InvocationConfiguration.Output, cancellationToken), cancellationToken));
        return command;
    }

    private static Command CreateUse()
    {
        var pack = new Argument<string>("PACK") { Description = "A pack's name or folder." };
        var command = new Command("use", "Choose the pack that the plugin, and commands without --pack, take from now on.");
        command.Arguments.Add(pack);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                string name = parsed.GetRequiredValue(pack), folder = ModelPacks.Installed.Locate(name);
                PackReport report = ModelPack.Verify(folder, cancellationToken);
                if (report.Files.FirstOrDefault(file => file.State != PackFileState.Ok)?.Message is { } fault)
                    throw new SPColorException(fault);
                PackChoice.User.Write(ModelPacks.Installed.Names().Contains(name) ? name : Path.GetFullPath(folder));
                parsed.InvocationConfiguration.Output.WriteLine($"{name}: {folder}");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static IReadOnlyList<string> Installed() => ModelPacks.Installed.Names() is { Count: > 0 } names
        ? names
        : throw new SPColorException($"there is no model pack in {ModelPacks.Installed.Root}: reinstall SPColor");

    private static int Verify(string? pack, TextWriter output, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> packs = pack is null ? Installed() : [pack];
        bool ok = true;
        foreach (string name in packs)
        {
            PackReport report = ModelPack.Verify(ModelPacks.Installed.Locate(name), cancellationToken);
            output.WriteLine($"{name}: {report.Directory}");
            foreach (PackFileCheck file in report.Files)
                output.WriteLine($"  {file.State.ToString().ToLowerInvariant(),-8} {file.Path}{(file.Message is null ? "" : $": {file.Message}")}");
            ok &= report.IsOk;
        }
        return ok ? ExitCode.Done : ExitCode.Failed;
    }
}
