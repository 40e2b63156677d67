using System.CommandLine;
using System.CommandLine.Help;
using SPColor.Core;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Commands;

/// <summary>The root command, and how every failure becomes one line and an exit code.</summary>
internal static class CommandLine
{
    private const string Description =
        "Colours a grey photo from a reference picture. Finds the areas of both, takes colours only from matching areas, "
        + "and keeps the photo's own luminance and size.";

    // "@home.png" is a file's name, not a list of arguments.
    private static readonly ParserConfiguration _parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        using GuardedWriter results = new(output, "standard output"), messages = new(error, null);
        ParseResult parsed = CreateRoot().Parse(args, _parsing);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
                Complain(problem.Message);
            messages.WriteLine("Try: spcolor --help");
            return ExitCode.Usage;
        }
        // A cancelled run ends within a second at every stage; the time-out only guards against a driver that hangs.
        var configuration = new InvocationConfiguration
        {
            Output = results, Error = messages, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Complain("stopped before the result was written");
            return ExitCode.Cancelled;
        }
        catch (SPColorException failure)
        {
            Complain(failure.Message);
            return ExitCode.Failed;
        }
        catch (Exception failure) when (MemoryFailure.Is(failure))
        {
            Complain(MemoryFailure.Line);
            return ExitCode.Failed;
        }
        catch (Exception failure) when (failure.GetBaseException() is DllNotFoundException or BadImageFormatException)
        {
            string reason = failure.GetBaseException().Message.Split(". ")[0];
            Complain($"a part of spcolor in {AppContext.BaseDirectory} cannot be loaded ({reason}): reinstall SPColor");
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The last line of defence: a defect must end as a report and an exit code too.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            messages.WriteLine($"spcolor: this is a defect, please report it: {defect}");
            return ExitCode.Defect;
        }

        void Complain(string line) => messages.WriteLine($"spcolor: {OneLine.Of(line)}");
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand(Description);
        root.Subcommands.Add(ColorizeCommand.Create());
        root.Subcommands.Add(InspectCommand.Create());
        root.Subcommands.Add(ModelsCommand.Create());
        root.Subcommands.Add(DevicesCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!);
        return root;
    }
}
