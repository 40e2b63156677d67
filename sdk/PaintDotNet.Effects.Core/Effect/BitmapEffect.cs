using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public abstract class BitmapEffect : EffectBase, IBitmapEffect, IEffect, IObjectRef, IIsDisposed, IDisposable
{
    private readonly BitmapEffectOptions options;

    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : this(name, submenuName, options)
    {
    }

    protected BitmapEffect(string name, Image image, string? submenuName, BitmapEffectOptions options)
        : this(name, submenuName, options) => Image = image;

    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, SubmenuName, this.options) = (name, submenuName, options);
        options.Freeze();
    }

    IBitmapEffectEnvironment IBitmapEffect.Environment => Environment;

    IBitmapEffectOptions IBitmapEffect.Options => options;

    protected IBitmapEffectEnvironment Environment => (IBitmapEffectEnvironment)EnvironmentObject;

    internal string Name { get; }

    internal string? SubmenuName { get; }

    internal Image? Image { get; }

    internal override IEffectOptions BaseOptions => options;

    internal void InitializeRenderInfo(IBitmapEffectRenderInfo renderInfo) => OnInitializeRenderInfo(renderInfo);

    internal void SetToken(EffectConfigToken? newToken) => OnSetToken(newToken);

    internal void Render(IBitmapEffectOutput output) => OnRender(output);

    internal override IEffectInfo2 CreateInfo() => new EffectInfo(this);

    internal override IEffectRenderer CreateRendererCore() => new BitmapEffectRenderer(this);

    protected override void OnDispose(bool disposing) => base.OnDispose(disposing);

    protected virtual void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
    }

    protected abstract void OnRender(IBitmapEffectOutput output);

    protected virtual void OnSetToken(EffectConfigToken? newToken)
    {
    }
}
