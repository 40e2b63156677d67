using System.Runtime.InteropServices;
using SPColor.Worker.Commands;

// A closed terminal stops a run as Ctrl+C does, so that no half-written file stays beside the output.
using var stop = new CancellationTokenSource();
using PosixSignalRegistration hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
return await CommandLine.RunAsync(args, Console.Out, Console.Error, stop.Token);
