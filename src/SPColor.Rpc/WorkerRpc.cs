using System.Text.Json;
using SPColor.Core;
using SPColor.Core.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace SPColor.Rpc;

/// <summary>One connection between plugin and worker: framing, formats, and how failures cross it.</summary>
public sealed class WorkerRpc : JsonRpc
{
    private WorkerRpc(Stream sending, Stream receiving)
        : base(new BoundedMessageHandler(sending, receiving, CreateFormatter()))
    {
        CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
        CancellationStrategy = new WatchedCancellation(this, CancellationStrategy!);
        var lost = new CancellationTokenSource();
        Lost = lost.Token;
        Disconnected += (_, _) => lost.Cancel();
        // A connection may end in an error; who cares asks Completion, and nobody is told of an unobserved exception.
        _ = Completion.ContinueWith(
            ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Cancelled as soon as the connection ends, before the requests that wait for an answer are told.</summary>
    internal CancellationToken Lost { get; }

    /// <summary>Answers requests with a worker until the connection ends; see <see cref="JsonRpc.Completion"/>.</summary>
    /// <param name="sending">To the plugin.</param>
    /// <param name="receiving">From the plugin.</param>
    /// <param name="worker">Does the work; may be called by several requests at once.</param>
    public static WorkerRpc Serve(Stream sending, Stream receiving, IColorWorker worker)
    {
        var rpc = new WorkerRpc(sending, receiving);
        rpc.AddLocalRpcTarget<IColorWorker>(worker, null);
        rpc.StartListening();
        return rpc;
    }

    /// <summary>Opens the plugin's end.</summary>
    /// <param name="sending">To the worker.</param>
    /// <param name="receiving">From the worker.</param>
    public static WorkerRpc Connect(Stream sending, Stream receiving)
    {
        var rpc = new WorkerRpc(sending, receiving);
        rpc.StartListening();
        return rpc;
    }

    /// <inheritdoc/>
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception) => exception switch
    {
        OperationCanceledException => Detail(FailureCode.Ended, "the colour process was told to end"),
        UnknownPictureException unknown => Detail(FailureCode.UnknownPicture, unknown.Key),
        SPColorException failure => Detail(FailureCode.Failure, failure.Message),
        OutOfMemoryException => Detail(
            FailureCode.Failure, "not enough memory for these pictures: close other programs, or choose a smaller working size"),
        _ => Detail(FailureCode.Defect, exception.ToString()),
    };

    private static JsonRpcError.ErrorDetail Detail(FailureCode code, string message) =>
        new() { Code = (JsonRpcErrorCode)code, Message = message };

    private static SystemTextJsonFormatter CreateFormatter() => new()
    {
        JsonSerializerOptions = new JsonSerializerOptions
        {
            IgnoreReadOnlyProperties = true,
            Converters = { new PlaneConverter<float>(), new PlaneConverter<int>(), new LabImageConverter() },
        },
    };
}
