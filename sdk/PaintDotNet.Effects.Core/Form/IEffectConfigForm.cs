namespace PaintDotNet.Effects;

public interface IEffectConfigForm : IIsDisposed, IDisposable
{
    void Close();

    IEffect? GetEffect();

    void SetEffect(IEffect effect);

    DialogResult ShowDialog(IWin32Window? owner);

    EffectConfigToken Token { get; set; }

    event EventHandler? TokenChanged;
}

public interface IEffectConfigForm<TEffect, TToken> : IEffectConfigForm, IIsDisposed, IDisposable
    where TEffect : class, IEffect
    where TToken : EffectConfigToken
{
    new TToken Token { get; set; }
}
