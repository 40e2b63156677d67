using System.CommandLine;
using SPColor.Core.Models;
using SPColor.Import.Packs;
using SPColor.Worker.Reporting;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor models import</c>.</summary>
internal static class ImportCommand
{
    public const string Name = "import";

    public static Command Create()
    {
        Option<string> vgg = Checkpoint("--vgg", "VGG-19's convolutions: vgg19_conv.pth of Deep Exemplar-based Video Colorization (DEVC).");
        Option<string> stego = Checkpoint("--stego", "STEGO: cocostuff27_vit_base_5.ckpt.");
        Option<string> warp = Checkpoint("--warp", "The nonlocal network: nonlocal_net_iter_N.pth of SPColor or DEVC.");
        Option<string> color = Checkpoint("--color", "The colour network: colornet_iter_N.pth of SPColor or DEVC.");
        var output = new Option<string>("--out", "-o")
        {
            Description = "Folder of the new pack; must be missing or empty. Default: where spcolor and the plugin look for packs of yours.",
            HelpName = "DIR",
            DefaultValueFactory = _ => Path.Combine(ModelPacks.UserFolder, "paper"),
        };
        var half = new Option<bool>("--fp16") { Description = "Store weights as 16-bit floats: half the size, colours differ by less than one can see." };
        var input = new Option<ReferenceInput>("--reference-input")
        {
            Description = "How references enter VGG: as published (SPColor's double normalisation) or correctly (DEVC). Default: as the nonlocal network was trained.",
            HelpName = "auto|correct|published",
            DefaultValueFactory = _ => ReferenceInput.Auto,
        };
        var command = new Command(Name, "Build the paper's own model pack from published PyTorch checkpoints. Nothing in a checkpoint is run.");
        foreach (Option option in new Option[] { vgg, stego, warp, color, output, half, input })
            command.Options.Add(option);
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                var request = new ImportRequest(
                    parsed.GetRequiredValue(vgg), parsed.GetRequiredValue(stego), parsed.GetRequiredValue(warp), parsed.GetRequiredValue(color),
                    parsed.GetRequiredValue(output), parsed.GetValue(half), parsed.GetValue(input));
                ModelManifest manifest = null!;
                JobConsole.Run(parsed.InvocationConfiguration.Error, reporter => manifest = PackImporter.Run(request, new Steps(reporter), cancellationToken));
                parsed.InvocationConfiguration.Output.WriteLine(
                    $"{request.Folder}: {manifest.Description} {manifest.Files.Sum(file => file.Bytes) / 1e6:0.0} MB");
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    private static Option<string> Checkpoint(string name, string description) =>
        new(name) { Description = description, HelpName = "FILE", Required = true };

    private sealed class Steps(IJobReporter reporter) : IProgress<(string Step, double Fraction)>
    {
        public void Report((string Step, double Fraction) value) => reporter.Step(value.Step, value.Fraction);
    }
}
