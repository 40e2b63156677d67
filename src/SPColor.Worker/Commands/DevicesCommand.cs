using System.CommandLine;
using SPColor.Inference.Sessions;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor devices</c>: what --device may name on this machine.</summary>
internal static class DevicesCommand
{
    public const string Name = "devices";

    public static Command Create()
    {
        var command = new Command(Name, "List what the networks can run on, and which of it 'auto' takes.");
        command.SetAction((parsed, cancellationToken) => Task.Run(
            () =>
            {
                Write(parsed.InvocationConfiguration.Output, GpuAdapters.List(), ComputeDevice.Parse("auto"));
                return ExitCode.Done;
            },
            cancellationToken));
        return command;
    }

    internal static void Write(TextWriter output, GpuAdapters adapters, ComputeDevice auto)
    {
        foreach (GpuAdapter adapter in adapters.All)
            output.WriteLine(adapter);
        if (adapters.All.Count == 0)
            output.WriteLine($"no gpu: {adapters.Fault ?? "Windows lists none"}");
        output.WriteLine($"cpu    {Environment.ProcessorCount} threads");
        output.WriteLine(auto.Kind == ComputeKind.DirectML
            ? $"auto takes gpu:{auto.AdapterIndex}: no other graphics card has more memory of its own"
            : $"auto takes cpu: {auto.Reason}");
    }
}
