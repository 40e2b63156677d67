using System.Globalization;
using System.IO.Compression;

namespace SPColor.Release;

/// <summary>A zip whose bytes depend on its files' names and contents only.</summary>
internal static class ReleaseZip
{
    /// <summary>The time that all files get: SOURCE_DATE_EPOCH (seconds since 1970, UTC), else the first that a zip can hold.</summary>
    internal static DateTimeOffset FileTime(string? sourceDateEpoch) => long.TryParse(sourceDateEpoch, CultureInfo.InvariantCulture, out long seconds)
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes files of <paramref name="folder"/> under <c>SPColor/</c>, and <paramref name="howTo"/> beside that folder.</summary>
    public static void Write(string zip, string folder, IEnumerable<string> files, string howTo, DateTimeOffset time, CancellationToken cancellationToken)
    {
        string temporary = zip + ".new";
        using (var archive = new ZipArchive(File.Create(temporary), ZipArchiveMode.Create))
        {
            Add(howTo, "How to install.txt");
            foreach (string file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Add(Path.Combine(folder, file), "SPColor/" + file);
            }

            void Add(string source, string name)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = time;
                // Else it holds the permissions that the building machine gives by default.
                entry.ExternalAttributes = 0;
                using Stream from = File.OpenRead(source), to = entry.Open();
                from.CopyTo(to);
            }
        }
        File.Move(temporary, zip, overwrite: true);
    }
}
