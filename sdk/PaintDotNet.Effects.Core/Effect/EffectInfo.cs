using System.Reflection;
using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

internal sealed class EffectInfo(BitmapEffect effect) : RefTrackedObject, IEffectInfo2
{
    private readonly Type type = effect.GetType();

    public string AssemblyLocation => type.Assembly.Location;

    public EffectCategory Category => type.GetCustomAttribute<EffectCategoryAttribute>()?.Category ?? EffectCategory.Effect;

    public bool IsBuiltIn => false;

    public string Name { get; } = effect.Name;

    public IEffectOptions Options { get; } = ((IBitmapEffect)effect).Options;

    public string? SubmenuName { get; } = effect.SubmenuName;

    public IPluginSupportInfo? SupportInfo => type.GetCustomAttribute<PluginSupportInfoAttribute>();

    public IEffect CreateInstance(IServiceProvider services, IEffectEnvironment environment)
    {
        var instance = (BitmapEffect)Activator.CreateInstance(type)!;
        instance.Initialize(services, (IBitmapEffectEnvironment)environment);
        return instance;
    }

    public IBitmapSource? GetImage() => null;

    public bool Equals(IEffectInfo2? other) => other is EffectInfo info && info.type == type;

    public override bool Equals(object? obj) => Equals(obj as IEffectInfo2);

    public override int GetHashCode() => type.GetHashCode();
}
