using PaintDotNet;

namespace SPColor.PdnEffect.Effect;

/// <summary>What Paint.NET's list of plugins shows.</summary>
public sealed class SupportInfo : IPluginSupportInfo
{
    /// <inheritdoc/>
    public string? Author => "SPColor contributors";

    /// <inheritdoc/>
    public string? Copyright => "Copyright (c) 2026 SPColor contributors";

    /// <inheritdoc/>
    public string? DisplayName => SPColorEffect.DisplayName;

    /// <inheritdoc/>
    public Version? Version => typeof(SupportInfo).Assembly.GetName().Version;

    /// <inheritdoc/>
    public Uri? WebsiteUri => null;
}
