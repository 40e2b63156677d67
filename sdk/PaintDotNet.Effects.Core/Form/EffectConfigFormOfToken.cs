using System.ComponentModel;

namespace PaintDotNet.Effects;

public abstract class EffectConfigForm<TEffect, TToken> : EffectConfigForm2, IEffectConfigForm<TEffect, TToken>, IEffectConfigForm, IIsDisposed, IDisposable
    where TEffect : class, IEffect<TToken>
    where TToken : EffectConfigToken
{
    protected EffectConfigForm()
    {
    }

    public new TEffect Effect => (TEffect)base.Effect;

    [DesignerSerializationVisibility(DesignerSerializationVisibility.Hidden)]
    public new TToken Token { get => (TToken)base.Token; set => base.Token = value; }

    protected override sealed void OnUpdateDialogFromToken(EffectConfigToken token) => OnUpdateDialogFromToken((TToken)token);

    protected virtual void OnUpdateDialogFromToken(TToken token)
    {
    }

    protected override sealed void OnUpdateTokenFromDialog(EffectConfigToken dstToken) => OnUpdateTokenFromDialog((TToken)dstToken);

    protected virtual void OnUpdateTokenFromDialog(TToken dstToken)
    {
    }
}
