using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>What the host renders with: one token generation after the other, each with its own cancellation.</summary>
internal sealed class BitmapEffectRenderer : RefTrackedObject, IEffectRenderer
{
    // Uninitialized output is filled with this, so that an effect that leaves pixels out is seen.
    private static readonly ColorBgra32 Garbage = new(0xcd, 0x00, 0xcd, 0xff);
    private readonly BitmapEffect effect;
    private readonly Lock singleThread = new();
    private CancellationTokenSource generation = new();

    internal BitmapEffectRenderer(BitmapEffect effect)
    {
        this.effect = effect;
        effect.InitializeRenderInfo(RenderInfo);
    }

    public CancellationToken CancellationToken => generation.Token;

    public IEffect Effect => effect;

    public bool IsCancelRequested => generation.IsCancellationRequested;

    internal BitmapEffectRenderInfo RenderInfo { get; } = new();

    public void CancelRendering() => generation.Cancel();

    /// <summary>Starts a generation. The source comes from the host, so that it can cancel a SetToken that it is about to start.</summary>
    internal void SetToken(EffectConfigToken? token, CancellationTokenSource newGeneration)
    {
        if (effect.BaseOptions.IsConfigurable) ArgumentNullException.ThrowIfNull(token);
        generation = newGeneration;
        effect.Cancellation = newGeneration.Token;
        effect.CurrentToken = (EffectConfigToken?)token?.Clone();
        effect.SetToken(token);
    }

    /// <summary>Renders one tile; null when cancelled before its start.</summary>
    internal BitmapEffectOutput? Render(RectInt32 tile)
    {
        if (IsCancelRequested) return null;
        var output = new BitmapEffectOutput(tile);
        if (RenderInfo.Flags.HasFlag(BitmapEffectRenderingFlags.UninitializedOutputBuffer)) output.Buffer.Region.Fill(Garbage);
        if (RenderInfo.Flags.HasFlag(BitmapEffectRenderingFlags.SingleThreaded))
        {
            lock (singleThread) effect.Render(output);
        }
        else
        {
            effect.Render(output);
        }
        return output;
    }
}
