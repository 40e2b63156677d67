using System.CommandLine;
using System.Text.Json;
using SPColor.Worker.Inspecting;
using SPColor.Worker.Maps;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor inspect</c>.</summary>
internal static class InspectCommand
{
    public const string Name = "inspect";

    public static Command Create()
    {
        var image = new Argument<string>("IMAGE") { Description = "The picture whose areas you want to see." };
        var references = ColorizeCommand.References(required: false);
        var json = new Option<bool>("--json") { Description = "Print JSON instead of columns." };
        var overlay = new Option<string?>("--overlay")
        {
            Description = "Where to draw the areas over the picture. Default: NAME-areas.png in the current folder.", HelpName = "FILE",
        };
        var areaMap = new Option<string?>("--area-map")
        {
            Description = "Also write the area of every pixel: an 8-bit grey PNG of the picture's size, its value the area's id, 255 for none.",
            HelpName = "FILE",
        };
        var pairing = new PairingOptions();
        var shared = new SharedOptions();

        var command = new Command(Name, "List the areas of a picture and draw them; with a reference, also what each takes its colour from.");
        command.Arguments.Add(image);
        command.Options.Add(references);
        command.Options.Add(json);
        command.Options.Add(overlay);
        command.Options.Add(areaMap);
        pairing.AddTo(command);
        shared.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetRequiredValue(image);
            var request = new InspectRequest(
                path,
                parsed.GetValue(references) ?? [],
                shared.Engine(parsed),
                shared.Look(parsed),
                pairing.Read(parsed, parsed.GetValue(shared.Areas)),
                parsed.GetValue(overlay) ?? MapFile.FreeName($"{Path.GetFileNameWithoutExtension(path)}-areas", cancellationToken),
                parsed.GetValue(areaMap));
            return Task.Run(
                () =>
                {
                    InspectReport? report = null;
                    JobConsole.Run(
                        parsed.InvocationConfiguration.Error, reporter => report = InspectJob.Run(request, reporter, cancellationToken));
                    Print(parsed.InvocationConfiguration.Output, report!, parsed.GetValue(json));
                    return ExitCode.Done;
                },
                cancellationToken);
        });
        return command;
    }

    private static void Print(TextWriter output, InspectReport report, bool json)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(report, InspectJson.Default.InspectReport));
        else
            AreaTable.Write(output, report);
    }
}
