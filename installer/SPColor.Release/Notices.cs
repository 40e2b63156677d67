using SPColor.Core;

namespace SPColor.Release;

/// <summary>THIRD-PARTY-NOTICES.md against what is shipped.</summary>
internal static class Notices
{
    /// <summary>Refuses notices without a table row that names a package and its version ("9.0.*": all that begin so).</summary>
    public static void Check(string notices, IEnumerable<ShippedPackage> packages)
    {
        ILookup<string, string> named = notices.Split('\n').Select(Row).ToLookup(row => row.Id, row => row.Version);
        string[] missing = [.. packages.Where(package => !named[package.Id].Any(row => Matches(row, package.Version)))
            .Select(package => $"{package.Id} {package.Version}")];
        if (missing.Length > 0)
            throw new SPColorException($"THIRD-PARTY-NOTICES.md does not name {string.Join(", ", missing)}: add a row with package and version for each");
    }

    private static bool Matches(string row, string version) =>
        row.EndsWith('*') ? version.StartsWith(row[..^1], StringComparison.Ordinal) : row == version;

    private static (string Id, string Version) Row(string line)
    {
        string[] cells = line.Split('|');
        return cells.Length > 3 ? (cells[1].Trim(), cells[2].Trim()) : ("", "");
    }
}
