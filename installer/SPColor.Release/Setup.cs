using System.Globalization;
using System.Text;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>The installer: the script in <c>installer/nsis</c> with this release's files.</summary>
internal static class Setup
{
    private const string Script = "installer/nsis/setup.nsi";

    /// <summary>Compiles it with makensis.</summary>
    public static async Task WriteAsync(
        string setup, string folder, IReadOnlyList<string> files, string version, long neededMB, CancellationToken cancellationToken)
    {
        // NSIS for Windows brings no 64-bit stub; Wine without 32-bit libraries runs nothing else.
        string target = OperatingSystem.IsWindows() ? "x86-unicode" : "amd64-unicode";
        string list = setup + ".nsh", temporary = setup + ".new";
        await File.WriteAllTextAsync(list, FileCommands(folder, files), cancellationToken);
        try
        {
            // "-" introduces makensis' options on every system.
            (int exitCode, string said) = await Tool.RunAsync(
                "makensis",
                [
                    "-V2", "-WX", "-INPUTCHARSET", "UTF8", $"-DTARGET={target}", $"-DVERSION={version}", $"-DOUTPUT={temporary}", $"-DFILES={list}",
                    string.Create(CultureInfo.InvariantCulture, $"-DNEEDED_MB={neededMB}"), Path.GetFullPath(Script),
                ],
                "install NSIS 3.08 or later (Debian: apt-get install nsis) and put it on the PATH", cancellationToken);
            if (exitCode != 0) throw new SPColorException($"makensis {Script} failed:{Environment.NewLine}{said.Trim()}");
            File.Move(temporary, setup, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
            File.Delete(list);
        }
    }

    /// <summary>NSIS' own recursion takes files in the disk's order, which differs from build to build.</summary>
    internal static string FileCommands(string folder, IReadOnlyList<string> files)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, string> place in files.GroupBy(file => Path.GetDirectoryName(file)!.Replace('/', '\\')))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"SetOutPath \"{Path.Join("$STAGE", place.Key).Replace('/', '\\').TrimEnd('\\')}\"");
            foreach (string file in place)
                text.AppendLine(CultureInfo.InvariantCulture, $"File \"{Path.GetFullPath(Path.Combine(folder, file))}\"");
        }
        return text.ToString();
    }
}
