namespace SPColor.Core.Models;

/// <summary>Paths inside a pack: they may not leave its folder on any system.</summary>
internal static class PackPath
{
    /// <summary>Says why a manifest may not name this path, or null where it may.</summary>
    /// <param name="path">As written in the manifest.</param>
    internal static string? Refusal(string path)
    {
        if (path.Length is 0 or > 200)
            return "it must have 1 to 200 characters";
        if (!path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/'))
            return "only letters, digits, '.', '_', '-' and '/' are allowed";
        foreach (string segment in path.Split('/'))
        {
            // A trailing dot is dropped by Windows: "..." and "a." would name something else there.
            if (segment.Length == 0 || segment.EndsWith('.'))
                return "it must stay inside the pack's folder";
        }

        return null;
    }

    /// <summary>The first link on the way from the pack's folder to the file, or null; a link may point anywhere.</summary>
    /// <param name="directory">The pack's folder.</param>
    /// <param name="path">A path that <see cref="Refusal"/> allows.</param>
    internal static string? LinkIn(string directory, string path)
    {
        string place = directory;
        foreach (string segment in path.Split('/'))
        {
            place = Path.Combine(place, segment);
            if (new FileInfo(place).LinkTarget is not null)
                return place;
        }

        return null;
    }
}
