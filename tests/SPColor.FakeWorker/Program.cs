using SPColor.FakeWorker;
using SPColor.Rpc;

// serve --device D [--fake WORD [STAGE]], as WorkerLaunch writes it; or parent PROGRAM, which starts another one as its child.
if (args is ["parent", var program])
{
    await Parent.RunAsync(program);
    return 0;
}

Behaviour behaviour = Behaviour.Parse(args);
Stream sending = Console.OpenStandardOutput(), receiving = Console.OpenStandardInput();
if (await behaviour.BeforeHelloAsync(sending) is { } exitCode)
    return exitCode;
using var rpc = WorkerRpc.Serve(sending, receiving, new FakeColorWorker(behaviour, sending));
await rpc.Completion;
return 0;
