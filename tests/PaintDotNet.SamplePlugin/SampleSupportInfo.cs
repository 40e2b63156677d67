using PaintDotNet;

namespace SamplePlugin;

/// <summary>Shown in Paint.NET's list of plugins.</summary>
public sealed class SampleSupportInfo : IPluginSupportInfo
{
    /// <inheritdoc/>
    public string? Author => "SPColor contributors";

    /// <inheritdoc/>
    public string? Copyright => "Copyright (c) 2026 SPColor contributors";

    /// <inheritdoc/>
    public string? DisplayName => "Sample";

    /// <inheritdoc/>
    public Version? Version => typeof(SampleSupportInfo).Assembly.GetName().Version;

    /// <inheritdoc/>
    public Uri? WebsiteUri => null;
}
