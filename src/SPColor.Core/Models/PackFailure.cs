namespace SPColor.Core.Models;

/// <summary>How failures of packs are worded.</summary>
public static class PackFailure
{
    /// <summary>What a user does about a pack that is not as it should be.</summary>
    public const string Cure = "reinstall SPColor, or build the pack again";

    /// <summary>The failure of a file whose content is wrong.</summary>
    /// <param name="place">Path of the file.</param>
    /// <param name="what">What is wrong; it may quote the file, so line ends are taken out.</param>
    /// <param name="cause">The original failure.</param>
    internal static SPColorException Wrong(string place, string what, Exception? cause = null) =>
        new($"{place} is wrong: {what.ReplaceLineEndings(" ")}; {Cure}", cause);
}
