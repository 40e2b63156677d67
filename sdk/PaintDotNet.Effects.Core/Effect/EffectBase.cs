using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public abstract class EffectBase : RefTrackedObject, IEffect, IObjectRef, IIsDisposed, IDisposable
{
    private IServiceProvider? services;
    private IEffectEnvironment? environment;
    private EffectConfigToken? token;

    internal EffectBase()
    {
    }

    IEffectInfo2 IEffect.EffectInfo => CreateInfo();

    IEffectOptions IEffect.Options => BaseOptions;

    IEffectEnvironment IEffect.Environment => EnvironmentObject;

    IServiceProvider IEffect.Services => Services;

    protected CancellationToken CancellationToken => Cancellation;

    protected bool IsCancelRequested => Cancellation.IsCancellationRequested;

    protected IServiceProvider Services => services ?? throw new NotInitializedException(nameof(Services));

    protected EffectConfigToken Token => CurrentToken ?? throw new NotInitializedException(nameof(Token));

    internal abstract IEffectOptions BaseOptions { get; }

    internal IEffectEnvironment EnvironmentObject => environment ?? throw new NotInitializedException(nameof(Environment));

    internal CancellationToken Cancellation { get; set; }

    internal EffectConfigToken? CurrentToken { get => token; set => token = value; }

    internal void Initialize(IServiceProvider newServices, IEffectEnvironment newEnvironment)
    {
        if (services is not null) throw new AlreadyInitializedException(GetType().Name);
        (services, environment) = (newServices, newEnvironment);
    }

    internal abstract IEffectInfo2 CreateInfo();

    internal abstract IEffectRenderer CreateRendererCore();

    protected override sealed void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual void OnDispose(bool disposing)
    {
    }

    protected virtual IEffectConfigForm OnCreateConfigForm() => throw new NotImplementedException();

    IEffectConfigForm IEffect.CreateConfigForm() => OnCreateConfigForm() is EffectConfigForm form
        ? form
        : throw new InvalidOperationException("the configuration form must derive from EffectConfigForm");

    bool IEffect.IsRendererAvailable(Type interfaceType) => interfaceType.IsAssignableFrom(typeof(BitmapEffectRenderer));

    IEffectRenderer IEffect.CreateRenderer(Type interfaceType) => CreateRendererCore();
}
