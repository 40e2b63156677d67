using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using SPColor.Core;

namespace SPColor.Release;

/// <summary>What to pack.</summary>
/// <param name="Folder">The plugin's folder.</param>
/// <param name="Output">Where both files go.</param>
/// <param name="Version">Three numbers with points.</param>
/// <param name="Suffix">Of the files' names, after the version.</param>
/// <param name="NeededMB">Free space that the installer asks for, in MB; null: the folder's size.</param>
internal sealed record PackRequest(string Folder, string Output, string Version, string Suffix, long? NeededMB);

/// <summary>Both artifacts of a release.</summary>
internal static class Release
{
    /// <summary>What people download must stay small.</summary>
    internal const long LargestZip = 120_000_000;

    /// <summary>The one of Directory.Build.props: every assembly carries it.</summary>
    public static string Version { get; } =
        typeof(Release).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Writes the zip and the installer, and says their sizes and SHA-256.</summary>
    public static async Task PackAsync(PackRequest request, TextWriter said, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(request.Output);
        string name = Path.Combine(request.Output, $"SPColor-{request.Version}");
        string zip = $"{name}{request.Suffix}.zip", setup = $"{name}-Setup{request.Suffix}.exe";
        IReadOnlyList<string> files = FileList.Write(request.Folder);
        long bytes = files.Sum(file => new FileInfo(Path.Combine(request.Folder, file)).Length);
        ReleaseZip.Write(
            zip, request.Folder, files, "installer/how-to-install.txt",
            ReleaseZip.FileTime(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH")), cancellationToken);
        CheckSize(zip, new FileInfo(zip).Length);
        await Setup.WriteAsync(setup, request.Folder, files, request.Version, request.NeededMB ?? (bytes / 1_000_000) + 1, cancellationToken);
        await said.WriteLineAsync($"{request.Folder}: {files.Count} files, {MB(bytes)}");
        foreach (string file in new[] { zip, setup })
        {
            await using FileStream content = File.OpenRead(file);
            string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
            await said.WriteLineAsync($"{file}: {MB(content.Length)}, SHA-256 {hash}");
        }
    }

    /// <summary>Refuses a zip that is too large.</summary>
    internal static void CheckSize(string zip, long bytes)
    {
        if (bytes > LargestZip) throw new SPColorException($"{zip} has {MB(bytes)}, more than {MB(LargestZip)}: leave something out");
    }

    private static string MB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB");
}
