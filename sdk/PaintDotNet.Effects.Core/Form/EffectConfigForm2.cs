using System.ComponentModel;

namespace PaintDotNet.Effects;

public class EffectConfigForm2 : EffectConfigForm
{
    protected EffectConfigForm2()
        : base(0)
    {
    }

    [Browsable(false)]
    public new IEffectEnvironment2 Environment => (IEffectEnvironment2)base.Environment;
}
