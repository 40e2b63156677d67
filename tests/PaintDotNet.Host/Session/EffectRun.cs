using PaintDotNet.Effects;
using PaintDotNet.Host.Documents;
using PaintDotNet.Host.Rendering;
using PaintDotNet.Imaging;

namespace PaintDotNet.Host.Session;

/// <summary>One use of the effect, in Paint.NET's order of calls: from the menu with its dialog, or repeated (Ctrl+F) with the last token.</summary>
internal sealed class EffectRun(Type effectType, HostEnvironment environment, IServiceProvider services, HostOptions options, HostLog log)
{
    /// <summary>Why the effect was aborted; null when it was not.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Shows the dialog; the new pixels and the token, or null when cancelled or aborted.</summary>
    public (MemoryBitmap<ColorBgra32> Pixels, EffectConfigToken Token)? FromMenu(EffectConfigToken? lastToken)
    {
        using BitmapEffect effect = Create();
        using IEffectConfigForm form = ((IEffect)effect).CreateConfigForm();
        form.SetEffect(effect);
        if (lastToken is not null) form.Token = (EffectConfigToken)lastToken.Clone();
        (EffectCanvas canvas, PreviewLoop loop) = Start(effect);
        using PreviewLoop preview = loop;
        using var window = new CanvasWindow(options.Window);
        using var driver = new DialogDriver((Form)form, options, log);
        preview.Rendered += () => window.Display(canvas);
        form.TokenChanged += (_, _) => preview.Request((EffectConfigToken)form.Token.Clone());
        window.Show();
        window.Display(canvas);
        DialogResult result = form.ShowDialog(window);
        long closed = log.Now;
        log.Line($"dialog closed: {result}");
        var token = (EffectConfigToken)form.Token.Clone();
        Pump(result == DialogResult.OK ? () => preview.Finish(token) : preview.Cancel);
        log.Line($"effect idle {log.Now - closed} ms after the dialog closed");
        Failure = preview.Failure;
        return result == DialogResult.OK && preview.IsComplete && Failure is null ? (canvas.Bitmap, token) : null;
    }

    /// <summary>Ctrl+F: a new effect, no dialog, and the last token or a dialog's first; cancelled after that many milliseconds.</summary>
    public (MemoryBitmap<ColorBgra32> Pixels, EffectConfigToken Token)? Repeat(EffectConfigToken? lastToken, int? cancelAfter)
    {
        EffectConfigToken token = lastToken ?? InitialToken();
        using BitmapEffect effect = Create();
        (EffectCanvas canvas, PreviewLoop loop) = Start(effect);
        using PreviewLoop preview = loop;
        preview.Request((EffectConfigToken)token.Clone());
        if (cancelAfter is { } delay) _ = Task.Delay(delay).ContinueWith(_ => preview.Cancel(), TaskScheduler.Default);
        Pump(preview.WaitUntilIdle);
        Failure = preview.Failure;
        return preview.IsComplete && Failure is null ? (canvas.Bitmap, token) : null;
    }

    private EffectConfigToken InitialToken()
    {
        using BitmapEffect effect = Create();
        using IEffectConfigForm form = ((IEffect)effect).CreateConfigForm();
        return (EffectConfigToken)form.Token.Clone();
    }

    private BitmapEffect Create()
    {
        var effect = (BitmapEffect)Activator.CreateInstance(effectType)!;
        effect.Initialize(services, environment);
        log.Line($"effect made for layer {environment.SourceLayerIndex} \"{environment.ActiveLayer.Name}\"");
        return effect;
    }

    private (EffectCanvas Canvas, PreviewLoop Loop) Start(BitmapEffect effect)
    {
        var renderer = (BitmapEffectRenderer)((IEffect)effect).CreateRenderer(typeof(IEffectRenderer));
        var canvas = new EffectCanvas(environment, renderer, options.Threads);
        return (canvas, new PreviewLoop(renderer, canvas, log));
    }

    // The user interface stays alive while the effect works: a plugin may send it messages from its threads.
    private static void Pump(Action action)
    {
        var task = Task.Run(action);
        while (!task.Wait(TimeSpan.FromMilliseconds(10))) Application.DoEvents();
    }
}
