using System.Collections.Concurrent;
using System.Globalization;
using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Dxgi;
using PaintDotNet.Effects;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Effect;

/// <summary>
/// One worker for all dialogs of a Paint.NET session, so that the second opens at once. It ends by itself when nobody asks it anything
/// for a while, and with Paint.NET.
/// </summary>
internal static class SharedEngine
{
    private static readonly ConcurrentDictionary<WorkerLaunch, WorkerEngine> s_engines = new();

    /// <summary>The engine beside the plugin, on the adapter that Paint.NET draws with.</summary>
    public static IColorEngine For(IEffect effect, IServiceProvider services) =>
        s_engines.GetOrAdd(WorkerLaunch.InFolder(Folder(effect), Device(services)), launch => new WorkerEngine(launch));

    private static string Folder(IEffect effect)
    {
        string file = effect.EffectInfo.AssemblyLocation;
        return Path.GetDirectoryName(file.Length > 0 ? file : typeof(SharedEngine).Assembly.Location)!;
    }

    private static string Device(IServiceProvider services)
    {
        try
        {
            using SafeDxgiAdapter? adapter = services.GetService<IDxgiAdapterService2>()?.GetRenderingAdapter();
            return adapter is null ? "auto" : string.Create(CultureInfo.InvariantCulture, $"gpu:{adapter.GetEnumAdapterIndex()}");
        }
        catch (Exception)
        {
            // Paint.NET 5.1.10 offers the service but fails to give it.
            return "auto";
        }
    }
}
