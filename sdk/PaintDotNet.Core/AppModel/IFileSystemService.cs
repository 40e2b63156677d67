namespace PaintDotNet.AppModel;

public enum PluginType
{
}

public readonly struct PluginDirectoryInfo
{
    private readonly string path;

    internal PluginDirectoryInfo(string path) => this.path = path;

    public string Path => path;

    public PluginType Type => default;
}

public interface IFileSystemService : IInternalImpl
{
    IEnumerable<PluginDirectoryInfo> GetPluginDirectoryInfos();

    IEnumerable<string> GetPluginDirectoryRoots();

    string PerUserAppFilesPath { get; }
}
