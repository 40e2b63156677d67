namespace SPColor.Core.Models;

/// <summary>What became of one file of a pack.</summary>
public enum PackFileState
{
    /// <summary>Size and hash are as the manifest says.</summary>
    Ok,

    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Another size or hash, or other content than it must have.</summary>
    Damaged,

    /// <summary>Not a plain file inside the folder, or not readable.</summary>
    Refused,
}

/// <summary>The check of one file.</summary>
/// <param name="Path">Path below the pack's folder.</param>
/// <param name="State">The outcome.</param>
/// <param name="Message">One line with the thing, the place and the cure; null where all is well.</param>
public sealed record PackFileCheck(string Path, PackFileState State, string? Message = null);

/// <summary>The check of a whole pack, for <c>spcolor models verify</c>.</summary>
/// <param name="Directory">The pack's folder.</param>
/// <param name="Manifest">The manifest, or null where it could not be read.</param>
/// <param name="Files">Manifest first, then every file it names.</param>
public sealed record PackReport(string Directory, ModelManifest? Manifest, IReadOnlyList<PackFileCheck> Files)
{
    /// <summary>Whether every file is as it should be.</summary>
    public bool IsOk => Files.All(file => file.State == PackFileState.Ok);
}
