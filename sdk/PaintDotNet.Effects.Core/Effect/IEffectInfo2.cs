using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectInfo2 : IObjectRef, IIsDisposed, IDisposable, IEquatable<IEffectInfo2>, IInternalImpl
{
    string AssemblyLocation { get; }

    EffectCategory Category { get; }

    IEffect CreateInstance(IServiceProvider services, IEffectEnvironment environment);

    IBitmapSource? GetImage();

    bool IsBuiltIn { get; }

    string Name { get; }

    IEffectOptions Options { get; }

    string? SubmenuName { get; }

    IPluginSupportInfo? SupportInfo { get; }
}
