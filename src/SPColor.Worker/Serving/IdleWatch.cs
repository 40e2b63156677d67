namespace SPColor.Worker.Serving;

/// <summary>Tells when no request has been made for a while; a worker that nobody needs gives its memory back.</summary>
internal sealed class IdleWatch : IDisposable
{
    /// <summary>After this long without requests the worker ends; starting it again takes about a second.</summary>
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(10);

    private readonly TimeSpan _limit;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _expired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _requests;

    public IdleWatch(TimeSpan limit, TimeProvider clock)
    {
        _limit = limit;
        _timer = clock.CreateTimer(_ => Expire(), null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Completes once, when the limit has passed without a request.</summary>
    public Task Expired => _expired.Task;

    /// <summary>A request begins; it ends with the disposal of what is returned.</summary>
    public IDisposable Begin()
    {
        lock (_lock)
        {
            _requests++;
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        return new Request(this);
    }

    public void Dispose() => _timer.Dispose();

    private void Expire()
    {
        lock (_lock)
        {
            if (_requests == 0)
                _expired.TrySetResult();
        }
    }

    private void End()
    {
        lock (_lock)
        {
            if (--_requests == 0)
                _timer.Change(_limit, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class Request(IdleWatch watch) : IDisposable
    {
        public void Dispose() => watch.End();
    }
}
