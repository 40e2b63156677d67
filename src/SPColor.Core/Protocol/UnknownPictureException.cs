namespace SPColor.Core.Protocol;

/// <summary>The worker no longer has a picture: prepare it again, then repeat the request.</summary>
/// <param name="key">Key of the picture.</param>
public sealed class UnknownPictureException(string key)
    : SPColorException($"the colour process no longer has the picture {key}: prepare it again")
{
    /// <summary>Key of the picture.</summary>
    public string Key { get; } = key;
}
