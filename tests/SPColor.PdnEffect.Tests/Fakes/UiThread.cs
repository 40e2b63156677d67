using System.Collections.Concurrent;

namespace SPColor.PdnEffect.Tests.Fakes;

/// <summary>The test's own thread as the UI thread: what is posted runs when the test waits for something.</summary>
internal sealed class UiThread : SynchronizationContext
{
    // Never reached unless something hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    /// <summary>Runs what is posted until something holds.</summary>
    public void RunUntil(Func<bool> condition)
    {
        while (!condition())
        {
            if (!_posted.TryTake(out (SendOrPostCallback Callback, object? State) next, s_patience))
                throw new TimeoutException("what the test waits for does not happen");
            next.Callback(next.State);
        }
    }

    /// <summary>Runs what is posted until a task of another thread has ended; stays on this thread, unlike await.</summary>
    public void RunUntil(Task ended)
    {
        ended.ContinueWith(_ => Post(_ => { }, null), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        RunUntil(() => ended.IsCompleted);
    }

    /// <summary>Runs what has been posted so far.</summary>
    public void RunPosted()
    {
        while (_posted.TryTake(out (SendOrPostCallback Callback, object? State) next))
            next.Callback(next.State);
    }
}
