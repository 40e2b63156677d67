using SPColor.Core;
using SPColor.Core.Protocol;
using SPColor.Rpc;

namespace SPColor.Worker.Serving;

/// <summary>Serves one plugin over a pair of pipes.</summary>
internal static class Server
{
    /// <summary>Serves until the plugin closes its end, or nobody has asked for anything as long as <paramref name="idle"/> allows.</summary>
    /// <param name="sending">To the plugin.</param>
    /// <param name="receiving">From the plugin.</param>
    /// <param name="worker">Does the work; requests that still run when the plugin goes are cancelled.</param>
    /// <param name="idle">The worker's own watch.</param>
    /// <param name="cancellationToken">Ends serving.</param>
    /// <exception cref="SPColorException">What came in is no protocol message.</exception>
    public static async Task RunAsync(
        Stream sending, Stream receiving, IColorWorker worker, IdleWatch idle, CancellationToken cancellationToken)
    {
        using WorkerRpc rpc = WorkerRpc.Serve(sending, receiving, worker);
        Task stopped = Task.Delay(Timeout.Infinite, cancellationToken);
        Task ended = await Task.WhenAny(rpc.Completion, idle.Expired, stopped);
        if (ended != rpc.Completion)
            return;
        try
        {
            await rpc.Completion;
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            throw new SPColorException($"spcolor serve is only for the SPColor plugin, and what came in is not from it: {broken.Message}", broken);
        }
    }
}
