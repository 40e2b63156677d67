namespace SPColor.PdnEffect.Worker;

/// <summary>How long the client waits for a worker.</summary>
/// <param name="Handshake">From start to the first answer; slow disks and virus scanners included.</param>
/// <param name="CancelGrace">After a cancel request, until the worker is killed; cancelling takes at most a second in all.</param>
/// <param name="LastWords">After the connection broke, until the worker's exit is no longer waited for.</param>
internal sealed record WorkerTimes(TimeSpan Handshake, TimeSpan CancelGrace, TimeSpan LastWords)
{
    public static WorkerTimes Default { get; } =
        new(TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(700), TimeSpan.FromMilliseconds(500));
}
