using System.CommandLine;
using SPColor.Core.Assignment;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor colorize</c>.</summary>
internal static class ColorizeCommand
{
    public const string Name = "colorize";

    public static Command Create()
    {
        var target = new Argument<string>("TARGET") { Description = "The grey photo. A sepia or colour photo is treated by its luminance." };
        var references = References(required: true);
        var output = new Option<string>("--output", "-o")
        {
            Description = "The picture to write: .jpg .png .tif .bmp .webp. An existing file is replaced by a complete new one.",
            HelpName = "OUT",
            Required = true,
        };
        var strength = new Option<int>("--strength")
        {
            Description = "How much colour, 0 (grey) to 100.", HelpName = "0..100", DefaultValueFactory = _ => 100,
        };
        strength.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out int value) && value is >= 0 and <= 100))
                result.AddError($"--strength is 0 to 100, not '{result.Tokens[0].Value}'");
        });
        var savePairing = new Option<string?>("--save-pairing") { Description = "Keep this run's pairing for other photos.", HelpName = "FILE" };
        var maps = new Option<string?>("--maps")
        {
            Description = "Write the areas of all pictures, the warped colours and the match strength as pictures.", HelpName = "DIR",
        };
        var saving = new SavingOptions();
        var pairing = new PairingOptions();
        var shared = new SharedOptions();

        var command = new Command(Name, "Colour a photo from one or more reference pictures.");
        command.Arguments.Add(target);
        command.Options.Add(references);
        command.Options.Add(output);
        saving.AddTo(command);
        pairing.AddTo(command);
        command.Options.Add(savePairing);
        command.Options.Add(strength);
        shared.AddTo(command);
        command.Options.Add(maps);
        command.SetAction((parsed, cancellationToken) =>
        {
            var request = new ColorizeRequest(
                parsed.GetRequiredValue(target),
                parsed.GetRequiredValue(references),
                parsed.GetRequiredValue(output),
                shared.Engine(parsed),
                shared.Look(parsed),
                parsed.GetRequiredValue(strength),
                pairing.Read(parsed, parsed.GetValue(shared.Areas)),
                parsed.GetValue(savePairing),
                parsed.GetValue(maps),
                parsed.GetValue(saving.InPlace),
                parsed.GetValue(saving.Quality));
            return Task.Run(
                () =>
                {
                    JobConsole.Run(
                        parsed.InvocationConfiguration.Error, reporter => ColorizeJob.Run(request, reporter, cancellationToken));
                    return ExitCode.Done;
                },
                cancellationToken);
        });
        return command;
    }

    /// <summary>The repeatable <c>--reference</c>.</summary>
    public static Option<string[]> References(bool required)
    {
        var references = new Option<string[]>("--reference", "-r")
        {
            Description = "A colour picture. Repeatable: the first is A, the second B, …", HelpName = "REF", Required = required,
        };
        references.Validators.Add(result =>
        {
            if (result.Tokens.Count > AreaName.ReferenceCount)
                result.AddError($"at most {AreaName.ReferenceCount} references can be named A to Z");
        });
        return references;
    }
}
