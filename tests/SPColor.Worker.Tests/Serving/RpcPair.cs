using Nerdbank.Streams;
using SPColor.Core.Protocol;
using SPColor.Rpc;

namespace SPColor.Worker.Tests.Serving;

/// <summary>Both ends of a connection in one process.</summary>
internal sealed class RpcPair : IDisposable
{
    private readonly WorkerRpc _client;

    public RpcPair(IColorWorker worker)
    {
        var (near, far) = FullDuplexStream.CreatePair();
        Server = WorkerRpc.Serve(far, far, worker);
        _client = WorkerRpc.Connect(near, near);
        Worker = new RemoteColorWorker(_client);
    }

    public WorkerRpc Server { get; }

    public RemoteColorWorker Worker { get; }

    public void Dispose()
    {
        _client.Dispose();
        Server.Dispose();
    }
}
