namespace PaintDotNet.AppModel;

public enum AppInstallType
{
    Classic = 0,
    Portable = 1,
    Appx = 2,
}

public interface IAppInfoService : IInternalImpl
{
    Version AppVersion { get; }

    string InstallDirectory { get; }

    AppInstallType InstallType { get; }
}
