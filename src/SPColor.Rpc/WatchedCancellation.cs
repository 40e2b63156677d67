using StreamJsonRpc;

namespace SPColor.Rpc;

/// <summary>
/// Tells the other end of a cancel as the standard strategy does, but looks at how the telling ends: where the connection is lost at
/// the same moment, the standard one leaves an exception that nobody observes.
/// </summary>
internal sealed class WatchedCancellation(JsonRpc rpc, ICancellationStrategy standard) : ICancellationStrategy
{
    private const string CancelNotice = "$/cancelRequest";

    public void CancelOutboundRequest(RequestId requestId) => _ = Task.Run(() => TellAsync(requestId));

    public void OutboundRequestEnded(RequestId requestId) => standard.OutboundRequestEnded(requestId);

    public void IncomingRequestStarted(RequestId requestId, CancellationTokenSource cancellationTokenSource) =>
        standard.IncomingRequestStarted(requestId, cancellationTokenSource);

    public void IncomingRequestEnded(RequestId requestId) => standard.IncomingRequestEnded(requestId);

    private async Task TellAsync(RequestId requestId)
    {
        try
        {
            await rpc.NotifyWithParameterObjectAsync(CancelNotice, new Dictionary<string, object?> { ["id"] = requestId }).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is ConnectionLostException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The request ends with its connection.
        }
    }
}
