using PaintDotNet.Effects;

namespace SamplePlugin;

/// <summary>What the sample's dialog offers; the numbers are the dropdown's indices.</summary>
public enum SampleMode
{
    /// <summary>The source as it is.</summary>
    Unchanged = 0,

    /// <summary>Every colour channel inverted, alpha kept.</summary>
    Invert = 1,

    /// <summary>The pixels of another layer.</summary>
    FromLayer = 2,

    /// <summary>Throws while rendering.</summary>
    Fails = 3,

    /// <summary>Writes to the layer that it may only read.</summary>
    SpoilsInput = 4,

    /// <summary>Works for ever, to be cancelled.</summary>
    NeverEnding = 5,
}

/// <summary>The sample's settings.</summary>
public sealed class SampleToken : EffectConfigToken
{
    /// <summary>Nothing changes, layer 0.</summary>
    public SampleToken()
    {
    }

    private SampleToken(SampleToken other)
        : base(other) => (Mode, Layer) = (other.Mode, other.Layer);

    /// <summary>What to do.</summary>
    public SampleMode Mode { get; set; }

    /// <summary>Index of the layer for <see cref="SampleMode.FromLayer"/>; may have gone when the effect is repeated.</summary>
    public int Layer { get; set; }

    /// <inheritdoc/>
    public override object Clone() => new SampleToken(this);
}
