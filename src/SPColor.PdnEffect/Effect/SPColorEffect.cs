using PaintDotNet;
using PaintDotNet.AppModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Dialog;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Effect;

/// <summary>
/// Effects > Color > SPColor. The dialog does the work and hands over its result in the token; rendering only merges it into the tile
/// that is asked for. Without a dialog (Ctrl+F) the work is done when the token arrives.
/// </summary>
[PluginSupportInfo(typeof(SupportInfo))]
[EffectCategory(EffectCategory.Effect)]
public sealed class SPColorEffect : BitmapEffect<SPColorToken>
{
    internal const string DisplayName = "SPColor";

    private IEffectInputBitmap<ColorBgra32>? _source;
    private RenderedResult? _result;
    private RenderedResult? _repeatResult;
    private SPColorSettings? _repeated;
    private bool _hasDialog;

    /// <summary>Also made once when Paint.NET starts, so it does nothing but show its icon.</summary>
    public SPColorEffect()
        : base(DisplayName, MenuIcon.Load(), SubmenuNames.Color, BitmapEffectOptions.Create() with { IsConfigurable = true })
    {
    }

    /// <summary>Tells results of this use of the effect from older ones.</summary>
    internal object Use { get; } = new();

    /// <inheritdoc/>
    protected override IEffectConfigForm OnCreateConfigForm()
    {
        _hasDialog = true;
        return new SPColorDialog();
    }

    /// <inheritdoc/>
    protected override void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
        renderInfo.Schedule = BitmapEffectRenderingSchedule.SquareTiles;

        // The merge blends a selection's soft edge itself, in CIELAB; a second time would double it.
        renderInfo.Flags = BitmapEffectRenderingFlags.DisableSelectionClipping | BitmapEffectRenderingFlags.UninitializedOutputBuffer;
        base.OnInitializeRenderInfo(renderInfo);
    }

    /// <inheritdoc/>
    protected override void OnSetToken(SPColorToken? newToken)
    {
        _source ??= Environment.GetSourceBitmapBgra32();
        _result = newToken is null ? null : _hasDialog ? newToken.CanvasFor(Use) : Repeat(newToken.Settings);
        base.OnSetToken(newToken);
    }

    /// <inheritdoc/>
    protected override unsafe void OnRender(IBitmapEffectOutput output)
    {
        using IBitmapLock<ColorBgra32> target = output.LockBgra32();
        RegionPtr<ColorBgra32> region = target.AsRegionPtr();
        RectInt32 tile = output.Bounds;
        _source!.CopyPixels(region, tile.Location);
        _result?.ColorTile(
            new PixelRect(tile.X, tile.Y, tile.Width, tile.Height),
            y => new Span<byte>((byte*)region.Ptr + ((nint)y * region.Stride), region.Width * sizeof(ColorBgra32)),
            CancellationToken);
    }

    /// <inheritdoc/>
    protected override void OnDispose(bool disposing)
    {
        if (disposing)
            DisposableUtil.Free(ref _source);
        base.OnDispose(disposing);
    }

    /// <summary>The result for the last settings, computed once however often Paint.NET sets the token.</summary>
    private RenderedResult? Repeat(SPColorSettings settings)
    {
        if (ReferenceEquals(settings, _repeated))
            return _repeatResult;
        RepeatOutcome outcome = RunAgain(settings);
        (_repeated, _repeatResult) = (settings, outcome.Result);
        if (outcome.Messages.Count > 0)
            Tell(outcome);
        return outcome.Result;
    }

    private RepeatOutcome RunAgain(SPColorSettings settings)
    {
        try
        {
            using OpenDocument document = new(Environment);
            IColorEngine engine = SharedEngine.For(this, Services);
            return RepeatRun.RunAsync(settings, document.Layers, document.Selection, engine, CancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return new RepeatOutcome(null, [Words.Defect(defect)]);
        }
    }

    private void Tell(RepeatOutcome outcome) => Services.GetService<IExceptionDialogService>()?.ShowErrorDialog(
        null, Words.Sentence(outcome.Messages[0]), string.Join(System.Environment.NewLine, outcome.Messages.Select(Words.Sentence)));
}
