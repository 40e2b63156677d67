using System.Reflection.PortableExecutable;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>
/// The plugin as it is installed: managed DLLs and a .deps.json, and beside them <c>worker/</c> with spcolor.exe in one file, its native
/// libraries and the networks. Paint.NET loads whatever DLL lies beside a plugin, so nothing native may.
/// </summary>
internal static class PluginFolder
{
    // Compressed: an uncompressed single file maps assemblies at places that Debian 12's Wine refuses (0x80070057). Not composite, which
    // one file is by default: that compiles the framework anew, for minutes.
    private static readonly string[] s_oneFile =
    [
        "-r", "win-x64", "--self-contained", "-p:PublishSingleFile=true", "-p:EnableCompressionInSingleFile=true", "-p:PublishReadyToRunComposite=false",
    ];

    private static readonly string[] s_unwanted = ["*.pdb", "*.xml", "*.lib", "PaintDotNet.*"];

    /// <summary>Makes <paramref name="folder"/> from the sources in the working directory; what was in it is deleted.</summary>
    public static async Task PublishAsync(string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        // The worker first: its packages are the ones that may be missing.
        await PublishProjectAsync("src/SPColor.Worker", Path.Combine(folder, "worker"), [.. s_oneFile, .. arguments], cancellationToken);
        await PublishProjectAsync("src/SPColor.PdnEffect", folder, ["-f", "net9.0-windows", .. arguments], cancellationToken);
        foreach (string file in s_unwanted.SelectMany(pattern => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)))
            File.Delete(file);
        Check(folder);
    }

    /// <summary>Refuses a folder that Paint.NET would trip over.</summary>
    internal static void Check(string folder)
    {
        foreach (string name in new[] { "SPColor.PdnEffect.dll", "SPColor.PdnEffect.deps.json", "worker/spcolor.exe", "worker/onnxruntime.dll" })
        {
            if (!File.Exists(Path.Combine(folder, name))) throw new SPColorException($"{name} is missing in {folder}: publish it again");
        }
        foreach (string dll in Directory.GetFiles(folder, "*.dll"))
        {
            if (!IsManaged(dll)) throw new SPColorException($"{dll} is native, and Paint.NET would load it as a plugin: native files belong in worker/");
        }
        string runtimes = Path.Combine(folder, "runtimes");
        if (Directory.Exists(runtimes)) throw new SPColorException($"{runtimes} holds native files: they belong in worker/");
    }

    /// <summary>Refuses a release for graphics adapters without the library that drives them: it would quietly compute on the processor.</summary>
    public static void CheckDirectML(string folder)
    {
        string library = Path.Combine(folder, "worker", "DirectML.dll");
        if (!File.Exists(library)) throw new SPColorException($"{library} is missing: {OnnxRuntime.DirectMLPackage} did not bring it along");
    }

    private static bool IsManaged(string dll)
    {
        using var reader = new PEReader(File.OpenRead(dll));
        return reader.HasMetadata;
    }

    private static async Task PublishProjectAsync(
        string project, string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        (int exitCode, string said) = await Tool.RunAsync(
            "dotnet", ["publish", project, "-c", "Release", "--nologo", "-v", "quiet", "-o", folder, .. arguments],
            "install the .NET SDK 10", cancellationToken);
        if (exitCode == 0) return;
        string? missing = said.Split('\n').FirstOrDefault(line => line.Contains("NU110", StringComparison.Ordinal));
        if (missing is not null && missing.Contains(OnnxRuntime.DirectMLPackage, StringComparison.Ordinal))
        {
            throw new SPColorException(
                $"the package {OnnxRuntime.DirectMLPackage} is in none of this machine's package sources (dotnet nuget list source): "
                + "build where nuget.org can be reached, or add --cpu for a release that does not use graphics adapters");
        }
        throw new SPColorException($"dotnet publish {project} failed:{Environment.NewLine}{said.Trim()}");
    }
}
