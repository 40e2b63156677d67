using PaintDotNet.AppModel;

namespace PaintDotNet.Effects;

public interface IEffectOptions
{
    bool IsConfigurable { get; }
}

public interface IBitmapEffectOptions : IEffectOptions
{
}

public abstract record EffectOptionsBase : PluginOptions, IEffectOptions
{
    private bool isConfigurable;

    internal EffectOptionsBase()
    {
    }

    protected EffectOptionsBase(EffectOptionsBase original)
        : base(original) => isConfigurable = original.isConfigurable;

    public bool IsConfigurable
    {
        get => isConfigurable;
        set
        {
            VerifyNotFrozen();
            isConfigurable = value;
        }
    }
}

public abstract record BitmapEffectOptionsFactory : EffectOptionsBase
{
    internal BitmapEffectOptionsFactory()
    {
    }

    protected BitmapEffectOptionsFactory(BitmapEffectOptionsFactory original)
        : base(original)
    {
    }

    public static BitmapEffectOptions Create() => new();
}

public record BitmapEffectOptions : BitmapEffectOptionsFactory, IBitmapEffectOptions, IEffectOptions
{
    internal BitmapEffectOptions()
    {
    }

    protected BitmapEffectOptions(BitmapEffectOptions original)
        : base(original)
    {
    }
}
