using PaintDotNet.Effects;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Effect;

/// <summary>What Paint.NET keeps between dialog, rendering and Ctrl+F; all of it is immutable, so clones share it.</summary>
public sealed class SPColorToken : EffectConfigToken
{
    /// <summary>A first dialog's choices.</summary>
    public SPColorToken()
    {
    }

    private SPColorToken(SPColorToken other)
        : base(other) => (Settings, Canvas, Use) = (other.Settings, other.Canvas, other.Use);

    /// <summary>The user's choices.</summary>
    internal SPColorSettings Settings { get; private set; } = SPColorSettings.Default;

    private RenderedResult? Canvas { get; set; }

    /// <summary>Names the one use of the effect that <see cref="Canvas"/> was made for; the next may be on another picture.</summary>
    private object? Use { get; set; }

    /// <inheritdoc/>
    public override object Clone() => new SPColorToken(this);

    /// <summary>Takes over what the dialog shows.</summary>
    internal void Set(SPColorSettings settings, RenderedResult? canvas, object use) => (Settings, Canvas, Use) = (settings, canvas, use);

    /// <summary>What the canvas shows; null: the layer as it is.</summary>
    /// <param name="use">The asking effect's.</param>
    internal RenderedResult? CanvasFor(object use) => use == Use ? Canvas : null;
}
