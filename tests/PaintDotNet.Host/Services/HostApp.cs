using PaintDotNet.AppModel;

namespace PaintDotNet.Host.Services;

/// <summary>The application's small services; what Paint.NET would show or open becomes a log line.</summary>
internal sealed class HostApp(HostLog log, string userFiles, string pluginFolder)
    : IExceptionDialogService, IShellService, IUserFilesService, IAppInfoService, IFileSystemService
{
    public string? UserFilesPath => userFiles;

    public string PerUserAppFilesPath => userFiles;

    public Version AppVersion { get; } = new(5, 100, 9082, 35298);

    public string InstallDirectory => AppContext.BaseDirectory;

    public AppInstallType InstallType => AppInstallType.Portable;

    public string? TryGetUserFilesPath() => userFiles;

    public IEnumerable<PluginDirectoryInfo> GetPluginDirectoryInfos() => [new PluginDirectoryInfo(pluginFolder)];

    public IEnumerable<string> GetPluginDirectoryRoots() => [Path.GetDirectoryName(pluginFolder) ?? pluginFolder];

    public void ShowErrorDialog(IWin32Window? owner, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        ShowErrorDialog(owner, exception.Message, exception.ToString());

    public void ShowErrorDialog(IWin32Window? owner, string? message, Exception exception, ExceptionDetailOptions exceptionDetailOptions = ExceptionDetailOptions.Default) =>
        ShowErrorDialog(owner, message, exception.ToString());

    public void ShowErrorDialog(IWin32Window? owner, string? message, string detailsText) => log.Line($"error dialog: {message}: {detailsText}");

    public bool LaunchFolder(IWin32Window? owner, string folderPath) => Launch(folderPath);

    public bool LaunchFolderAndSelectFile(IWin32Window? owner, string filePath) => Launch(filePath);

    public bool LaunchUrl(IWin32Window? owner, string url) => Launch(url);

    private bool Launch(string what)
    {
        log.Line($"launch: {what}");
        return true;
    }
}
