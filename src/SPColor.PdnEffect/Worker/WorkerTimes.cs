namespace SPColor.PdnEffect.Worker;

/// <summary>How long the client waits for a worker.</summary>
/// <param name="Handshake">From start to the first answer; slow disks and virus scanners included.</param>
/// <param name="CancelGrace">After a cancel request, until the worker is killed; with <paramref name="KillWait"/> under a second.</param>
/// <param name="LastWords">After the connection broke, until the worker's exit is no longer waited for.</param>
/// <param name="KillWait">For a killed process to be gone; one that hangs inside a driver may stay longer, and is left behind.</param>
internal sealed record WorkerTimes(TimeSpan Handshake, TimeSpan CancelGrace, TimeSpan LastWords, TimeSpan KillWait)
{
    public static WorkerTimes Default { get; } = new(
        TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(600), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(300));
}
