using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

public interface IEffect : IObjectRef, IIsDisposed, IDisposable
{
    IEffectInfo2 EffectInfo { get; }

    IEffectOptions Options { get; }

    IEffectEnvironment Environment { get; }

    IServiceProvider Services { get; }

    IEffectConfigForm CreateConfigForm();

    bool IsRendererAvailable(Type interfaceType);

    IEffectRenderer CreateRenderer(Type interfaceType);
}

public interface IEffect<TToken> : IEffect, IObjectRef, IIsDisposed, IDisposable where TToken : EffectConfigToken
{
}

public interface IBitmapEffect : IEffect, IObjectRef, IIsDisposed, IDisposable
{
    new IBitmapEffectEnvironment Environment { get; }

    new IBitmapEffectOptions Options { get; }
}
