using PaintDotNet.Effects;

namespace PaintDotNet.Host.Rendering;

/// <summary>Renders the latest token on a thread of its own; a newer one cancels the older.</summary>
internal sealed class PreviewLoop : IDisposable
{
    private readonly BitmapEffectRenderer renderer;
    private readonly EffectCanvas canvas;
    private readonly HostLog log;
    private readonly Lock gate = new();
    private readonly AutoResetEvent work = new(false);
    private readonly ManualResetEventSlim idle = new(true);
    private readonly Thread thread;
    private EffectConfigToken? pending;
    private CancellationTokenSource generation = new();
    private bool tilesWanted = true;
    private bool stopping;
    private int generations;

    public PreviewLoop(BitmapEffectRenderer renderer, EffectCanvas canvas, HostLog log)
    {
        (this.renderer, this.canvas, this.log) = (renderer, canvas, log);
        thread = new Thread(Run) { IsBackground = true, Name = "effect preview" };
        thread.Start();
    }

    /// <summary>Raised on the loop's thread after each complete picture.</summary>
    public event Action? Rendered;

    /// <summary>The first exception other than a cancellation; the effect is aborted then, as in Paint.NET.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The last generation's picture is complete.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Cancels what runs and starts anew.</summary>
    public void Request(EffectConfigToken token) => Start(token, tiles: true);

    /// <summary>The OK button: waits for the preview, then sets the token again on the same effect, without tiles when the picture is complete.</summary>
    public void Finish(EffectConfigToken token)
    {
        idle.Wait();
        if (Failure is not null) return;
        Start(token, tiles: !IsComplete);
        idle.Wait();
    }

    /// <summary>Cancels and waits until nothing of the effect runs any more.</summary>
    public void Cancel()
    {
        CancellationTokenSource current;
        lock (gate)
        {
            pending = null;
            current = generation;
        }
        current.Cancel();
        idle.Wait();
    }

    /// <summary>Returns when nothing runs and nothing waits.</summary>
    public void WaitUntilIdle() => idle.Wait();

    public void Dispose()
    {
        stopping = true;
        work.Set();
        thread.Join();
        work.Dispose();
        idle.Dispose();
    }

    private void Start(EffectConfigToken token, bool tiles)
    {
        CancellationTokenSource current;
        lock (gate)
        {
            pending = token;
            tilesWanted = tiles;
            idle.Reset();
            current = generation;
        }
        current.Cancel();
        work.Set();
    }

    private void Run()
    {
        while (work.WaitOne() && !stopping)
        {
            while (Next(out EffectConfigToken? token, out bool tiles, out CancellationTokenSource current)) Render(token, tiles, current);
        }
    }

    private bool Next(out EffectConfigToken token, out bool tiles, out CancellationTokenSource current)
    {
        lock (gate)
        {
            (token, tiles, pending) = (pending!, tilesWanted, null);
            current = generation = new CancellationTokenSource();
            if (token is null) idle.Set();
            return token is not null;
        }
    }

    private void Render(EffectConfigToken token, bool tiles, CancellationTokenSource current)
    {
        int number = ++generations;
        long start = log.Now;
        IsComplete &= !tiles;
        try
        {
            log.Line($"token {number}: set{(tiles ? string.Empty : " again, no tiles")}");
            renderer.SetToken(token, current);
            if (tiles && canvas.Render()) IsComplete = true;
        }
        catch (OperationCanceledException) when (current.IsCancellationRequested)
        {
        }
        catch (Exception e)
        {
            Exception cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            Failure ??= cause;
            log.Line($"token {number}: failed: {cause.Message} ({cause.GetType().FullName})");
            return;
        }
        log.Line($"token {number}: {(current.IsCancellationRequested ? "cancelled" : "complete")} after {log.Now - start} ms");
        if (IsComplete) Rendered?.Invoke();
    }
}
