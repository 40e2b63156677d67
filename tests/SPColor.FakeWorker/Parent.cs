using SPColor.PdnEffect.Worker;

namespace SPColor.FakeWorker;

/// <summary>Stands for Paint.NET: starts a worker, tells its process id, and waits to be killed.</summary>
internal static class Parent
{
    public static async Task RunAsync(string program)
    {
        await using var client = new WorkerClient(new WorkerLaunch(program, "cpu"));
        await client.StartAsync(CancellationToken.None);
        Console.WriteLine(client.ProcessId);
        await Task.Delay(Timeout.Infinite);
    }
}
