using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

public sealed class IdleWatchTests : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10), _moment = TimeSpan.FromSeconds(1);

    private readonly ManualClock _clock = new();
    private readonly IdleWatch _watch;

    public IdleWatchTests() => _watch = new IdleWatch(_limit, _clock);

    public void Dispose() => _watch.Dispose();

    [Fact]
    public void Expires_when_nothing_was_ever_asked()
    {
        _clock.Advance(_limit - _moment);
        Assert.False(_watch.Expired.IsCompleted);

        _clock.Advance(_moment);

        Assert.True(_watch.Expired.IsCompleted);
    }

    [Fact]
    public void A_request_starts_the_wait_again_at_its_end()
    {
        _clock.Advance(_limit - _moment);
        using (_watch.Begin())
            _clock.Advance(_limit * 3);
        _clock.Advance(_limit - _moment);
        Assert.False(_watch.Expired.IsCompleted);

        _clock.Advance(_moment);

        Assert.True(_watch.Expired.IsCompleted);
    }

    [Fact]
    public void The_last_of_several_requests_counts()
    {
        IDisposable first = _watch.Begin(), second = _watch.Begin();
        first.Dispose();
        _clock.Advance(_limit * 2);
        Assert.False(_watch.Expired.IsCompleted);

        second.Dispose();
        _clock.Advance(_limit);

        Assert.True(_watch.Expired.IsCompleted);
    }
}
