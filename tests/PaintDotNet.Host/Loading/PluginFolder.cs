using System.Reflection;
using System.Reflection.PortableExecutable;
using PaintDotNet.Effects;

namespace PaintDotNet.Host.Loading;

/// <summary>The scan at Paint.NET's start: every managed DLL of the folder is loaded and its effects are made once, to read their menu entries.</summary>
internal static class PluginFolder
{
    /// <exception cref="InvalidOperationException">The folder has no .deps.json or no effect for the menu.</exception>
    public static Type FindEffect(string folder, HostLog log)
    {
        string[] files = [.. Directory.GetFiles(folder, "*.dll").Order(StringComparer.Ordinal)];
        string main = files.FirstOrDefault(path => File.Exists(Path.ChangeExtension(path, ".deps.json")))
            ?? throw new InvalidOperationException($"{folder}: no DLL with a .deps.json beside it");
        var context = new PluginLoadContext(main);
        List<Type> effects = [.. files.SelectMany(path => Effects(context, path, log))];
        return effects.FirstOrDefault() ?? throw new InvalidOperationException($"{folder}: no effect for the menu in any of its DLLs");
    }

    private static List<Type> Effects(PluginLoadContext context, string path, HostLog log)
    {
        string file = Path.GetFileName(path);
        using (var pe = new PEReader(File.OpenRead(path)))
        {
            if (!pe.HasMetadata)
            {
                log.Line($"scan: {file} is native");
                return [];
            }
        }
        List<Type> effects = [];
        foreach (Type type in ExportedTypes(context, path, log).Where(type => type.IsSubclassOf(typeof(BitmapEffect)) && !type.IsAbstract))
        {
            using var effect = (BitmapEffect)Activator.CreateInstance(type)!;
            IEffectInfo2 info = ((IEffect)effect).EffectInfo;
            log.Line($"scan: {file}: Effects > {info.SubmenuName} > {info.Name}, version {info.SupportInfo?.Version}, category {info.Category}");
            if (info.Category != EffectCategory.DoNotDisplay) effects.Add(type);
        }
        return effects;
    }

    private static Type[] ExportedTypes(PluginLoadContext context, string path, HostLog log)
    {
        try
        {
            return context.LoadFromAssemblyPath(path).GetExportedTypes();
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException or TypeLoadException or ReflectionTypeLoadException)
        {
            log.Line($"scan: {Path.GetFileName(path)} failed: {e.Message}");
            return [];
        }
    }
}
