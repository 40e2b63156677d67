using System.CommandLine;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>
/// <c>build</c> makes both artifacts of a release, <c>publish</c> only the plugin's folder, <c>pack</c> both artifacts of a folder that is
/// there (the checks of the installer pack small stand-ins).
/// </summary>
internal static class Commands
{
    public static RootCommand CreateRoot()
    {
        var root = new RootCommand("Makes SPColor's zip and installer.");
        root.Subcommands.Add(Build());
        root.Subcommands.Add(Publish());
        root.Subcommands.Add(Pack());
        return root;
    }

    private static Command Build()
    {
        var cpu = new Option<bool>("--cpu") { Description = "Without DirectML, for machines that cannot reach its package." };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Where the two files go.", DefaultValueFactory = _ => new(Path.Combine("artifacts", "release")),
        };
        var command = new Command("build", "Publish, check and pack a release.") { cpu, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string flavour = parsed.GetValue(cpu) ? OnnxRuntime.Cpu : OnnxRuntime.DirectML;
            // Built apart from everyday builds: without symbols nothing of this machine is in the files, and a change of flavour cannot mix.
            string scratch = Path.GetFullPath(Path.Combine("artifacts", "release-build", flavour));
            string folder = Path.Combine(scratch, "SPColor");
            await PluginFolder.PublishAsync(
                folder,
                [
                    $"-p:OnnxRuntimeFlavor={flavour}", "--artifacts-path", scratch, "-p:DebugType=none", "-p:ContinuousIntegrationBuild=true",
                    "-p:PathMap=" + scratch + "=/_/artifacts",
                ],
                cancellationToken);
            if (flavour == OnnxRuntime.DirectML) PluginFolder.CheckDirectML(folder);
            IReadOnlyList<ShippedPackage> packages = ShippedPackages.Read(Path.Combine(scratch, "obj"));
            Notices.Check(File.ReadAllText("THIRD-PARTY-NOTICES.md"), packages);
            Licences.Copy(".", packages, folder);
            string suffix = flavour == OnnxRuntime.Cpu ? "-cpu" : "";
            await Release.PackAsync(
                new(folder, parsed.GetValue(output)!.FullName, Release.Version, suffix, NeededMB: null), Console.Out, cancellationToken);
        });
        return command;
    }

    private static Command Publish()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "Becomes Paint.NET's Effects\\SPColor; what is there is deleted." };
        var command = new Command("publish", "Make the plugin's folder; further arguments go to dotnet publish.") { folder };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) =>
            PluginFolder.PublishAsync(parsed.GetValue(folder)!.FullName, parsed.UnmatchedTokens, cancellationToken));
        return command;
    }

    private static Command Pack()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER") { Description = "A plugin's folder." };
        var output = new Option<DirectoryInfo>("--output") { Description = "Where the two files go.", Required = true };
        var version = new Option<string>("--version-number") { Description = "Such as 1.2.3.", DefaultValueFactory = _ => Release.Version };
        var needed = new Option<long?>("--needed-mb") { Description = "Free space that the installer asks for; by default the folder's size." };
        var command = new Command("pack", "Pack a folder that is there.") { folder, output, version, needed };
        command.SetAction((parsed, cancellationToken) =>
        {
            string path = parsed.GetValue(folder)!.FullName;
            return Directory.Exists(path)
                ? Release.PackAsync(
                    new(path, parsed.GetValue(output)!.FullName, parsed.GetValue(version)!, "", parsed.GetValue(needed)), Console.Out, cancellationToken)
                : throw new SPColorException($"there is no folder {path}: publish it first");
        });
        return command;
    }
}
