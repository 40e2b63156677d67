using System.Text.Json;
using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using StreamJsonRpc;

namespace SPColor.Rpc;

/// <summary>The worker at the other end of a connection. Throws <see cref="WorkerLostException"/> when it is gone.</summary>
/// <param name="rpc">The plugin's end.</param>
public sealed class RemoteColorWorker(WorkerRpc rpc) : IColorWorker
{
    /// <inheritdoc/>
    public Task<WorkerHello> HelloAsync(int protocolVersion, CancellationToken cancellationToken) =>
        CallAsync<WorkerHello>(nameof(HelloAsync), [protocolVersion], [typeof(int)], cancellationToken);

    /// <inheritdoc/>
    public Task<WorkerReady> ReadyAsync(CancellationToken cancellationToken) =>
        CallAsync<WorkerReady>(nameof(ReadyAsync), [], [], cancellationToken);

    /// <inheritdoc/>
    public Task<string> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) =>
        CallAsync<string>(
            nameof(PrepareAsync),
            [image, role, progress],
            [typeof(LabImage), typeof(ImageRole), typeof(IProgress<ColorizationProgress>)],
            cancellationToken);

    /// <inheritdoc/>
    public Task<PictureAreas> FindAreasAsync(string picture, int areas, CancellationToken cancellationToken) =>
        CallAsync<PictureAreas>(nameof(FindAreasAsync), [picture, areas], [typeof(string), typeof(int)], cancellationToken);

    /// <inheritdoc/>
    public Task<ColorizeReply> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) =>
        CallAsync<ColorizeReply>(
            nameof(ColorizeAsync),
            [request, progress],
            [typeof(ColorizeRequest), typeof(IProgress<ColorizationProgress>)],
            cancellationToken);

    private async Task<T> CallAsync<T>(string method, object?[] arguments, Type[] types, CancellationToken cancellationToken)
        where T : class
    {
        // A request whose writing fails while the connection ends would leave a lost-connection exception that nobody observes; one that
        // is cancelled by then leaves none.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, rpc.Lost);
        try
        {
            T? reply = await rpc.InvokeWithCancellationAsync<T?>(method, arguments, types, stop.Token).ConfigureAwait(false);
            return reply ?? throw new WorkerLostException($"the colour process answered {method} with nothing");
        }
        catch (OperationCanceledException canceled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new WorkerLostException("the colour process stopped answering: the connection ended", canceled);
        }
        catch (RemoteInvocationException failure)
        {
            throw (FailureCode)failure.ErrorCode switch
            {
                FailureCode.Failure => new SPColorException(failure.Message),
                FailureCode.Ended => new WorkerLostException(failure.Message, failure),
                FailureCode.UnknownPicture => new UnknownPictureException(failure.Message),
                _ => new WorkerDefectException(failure.Message),
            };
        }
        catch (RemoteRpcException failure)
        {
            throw new WorkerLostException($"the colour process does not understand {method}: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is ConnectionLostException or ObjectDisposedException or JsonException or IOException)
        {
            throw new WorkerLostException($"the colour process stopped answering: {failure.Message}", failure);
        }
    }
}
