namespace PaintDotNet;

[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class PluginSupportInfoAttribute : Attribute, IPluginSupportInfo
{
    public PluginSupportInfoAttribute()
    {
    }

    public PluginSupportInfoAttribute(Type pluginSupportInfoOrProviderType)
    {
        object instance = Activator.CreateInstance(pluginSupportInfoOrProviderType)!;
        IPluginSupportInfo? info = instance as IPluginSupportInfo ?? ((IPluginSupportInfoProvider)instance).GetPluginSupportInfo();
        (DisplayName, Author, Copyright, WebsiteUri) = (info?.DisplayName, info?.Author, info?.Copyright, info?.WebsiteUri);
        Version = info?.Version ?? new Version();
    }

    public PluginSupportInfoAttribute(string? displayName, string? author, string? copyright, Version? version, Uri? websiteUri)
    {
        (DisplayName, Author, Copyright, WebsiteUri) = (displayName, author, copyright, websiteUri);
        Version = version ?? new Version();
    }

    public string? Author { get; set; }

    public string? Copyright { get; set; }

    public string? DisplayName { get; set; }

    public Version Version { get; set; } = new();

    public Uri? WebsiteUri { get; set; }
}

public sealed class PluginSupportInfoAttribute<T> : PluginSupportInfoAttribute, IPluginSupportInfo where T : IPluginSupportInfo, new()
{
    public PluginSupportInfoAttribute()
        : base(typeof(T))
    {
    }
}
