using PaintDotNet.AppModel;

namespace PaintDotNet.Host.Services;

/// <summary>The services a plugin may ask for; any other is null, as it may be in Paint.NET.</summary>
internal sealed class HostServices : IServiceProvider
{
    private readonly Dictionary<Type, object> services = [];

    public HostServices(HostLog log, string userFiles, string pluginFolder, int? adapter)
    {
        var app = new HostApp(log, userFiles, pluginFolder);
        foreach (Type type in (Type[])[typeof(IExceptionDialogService), typeof(IShellService), typeof(IUserFilesService), typeof(IAppInfoService), typeof(IFileSystemService)])
        {
            services[type] = app;
        }
        services[typeof(IUISynchronizationContext)] = new HostUiContext();
        if (adapter is { } index) services[typeof(IDxgiAdapterService2)] = services[typeof(IDxgiAdapterService)] = new HostAdapter(index);
    }

    public object? GetService(Type serviceType) => services.GetValueOrDefault(serviceType);
}
