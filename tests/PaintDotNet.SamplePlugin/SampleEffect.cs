using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace SamplePlugin;

/// <summary>A small effect that touches every part of the contract a real one needs.</summary>
[PluginSupportInfo(typeof(SampleSupportInfo))]
[EffectCategory(EffectCategory.Effect)]
public sealed class SampleEffect : BitmapEffect<SampleToken>
{
    private IEffectInputBitmap<ColorBgra32>? input;
    private SampleMode mode;

    /// <summary>Called once when Paint.NET starts and once for each use.</summary>
    public SampleEffect()
        : base("Sample", SubmenuNames.Color, BitmapEffectOptions.Create() with { IsConfigurable = true })
    {
    }

    /// <inheritdoc/>
    protected override IEffectConfigForm OnCreateConfigForm() => new SampleForm();

    /// <inheritdoc/>
    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        renderInfo.Schedule = BitmapEffectRenderingSchedule.SquareTiles;
        renderInfo.Flags = BitmapEffectRenderingFlags.UninitializedOutputBuffer;
        base.OnInitializeRenderInfo(renderInfo);
    }

    /// <inheritdoc/>
    protected override void OnSetToken(SampleToken? newToken)
    {
        SampleToken token = newToken!;
        if (token.Mode == SampleMode.NeverEnding)
        {
            CancellationToken.WaitHandle.WaitOne();
            CancellationToken.ThrowIfCancellationRequested();
        }
        mode = token.Mode;
        DisposableUtil.Free(ref input);
        input = token.Mode == SampleMode.FromLayer ? OtherLayer(token.Layer) : Environment.GetSourceBitmapBgra32();
        base.OnSetToken(newToken);
    }

    /// <inheritdoc/>
    protected override void OnRender(IBitmapEffectOutput output)
    {
        if (mode == SampleMode.Fails) throw new InvalidOperationException("failed on purpose");
        if (mode == SampleMode.SpoilsInput)
        {
            using IBitmapLock<ColorBgra32> spoiled = input!.Lock(output.Bounds);
            spoiled.AsRegionPtr().Clear();
        }
        using IBitmapLock<ColorBgra32> target = output.LockBgra32();
        RegionPtr<ColorBgra32> region = target.AsRegionPtr();
        input!.CopyPixels(region, output.Bounds.Location);
        if (mode != SampleMode.Invert) return;
        for (int y = 0; y < region.Height && !IsCancelRequested; y++)
        {
            foreach (ref ColorBgra32 pixel in region.Rows[y].Span) pixel.Bgra ^= 0x00ffffff;
        }
    }

    /// <inheritdoc/>
    protected override void OnDispose(bool disposing)
    {
        if (disposing) DisposableUtil.Free(ref input);
        base.OnDispose(disposing);
    }

    private IEffectInputBitmap<ColorBgra32> OtherLayer(int index)
    {
        if (index < Environment.Document.Layers.Count) return Environment.Document.Layers[index].GetBitmapBgra32();
        Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(null, "Sample", $"There is no layer {index} any more; nothing was changed.");
        return Environment.GetSourceBitmapBgra32();
    }
}
