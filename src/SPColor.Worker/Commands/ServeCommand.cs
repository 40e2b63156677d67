using System.CommandLine;
using SPColor.Core;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Commands;

/// <summary><c>spcolor serve</c>: the plugin's child process, spoken to over its standard input and output.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    public static Command Create()
    {
        var shared = new SharedOptions();
        var command = new Command(Name, "Serve the Paint.NET plugin over standard input and output; ends when they close.");
        command.Options.Add(shared.Device);
        command.Options.Add(shared.Pack);
        command.SetAction((parsed, cancellationToken) =>
            ServeAsync(shared.Engine(parsed), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> ServeAsync(EngineChoice choice, TextWriter log, CancellationToken cancellationToken)
    {
        Stream receiving = Console.OpenStandardInput(), sending = Console.OpenStandardOutput();
        // Standard output is the pipe: whatever some library prints must not get between two messages.
        Console.SetOut(log);

        // Neither engine nor worker is disposed: a request may still be on its way out, and the process ends with this method.
        using var idle = new IdleWatch(IdleWatch.DefaultLimit, TimeProvider.System);
        var worker = new ColorWorker(new EngineHost(choice, Engine.Open), new PictureCache(), idle);
        LoadNetworksAhead(worker, log, cancellationToken);
        await Server.RunAsync(sending, receiving, worker, idle, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The networks load while plugin and worker shake hands. What is wrong with them is told to the request that needs them.</summary>
    private static async void LoadNetworksAhead(ColorWorker worker, TextWriter log, CancellationToken cancellationToken)
    {
        try
        {
            var ready = await worker.ReadyAsync(cancellationToken);
            log.WriteLine($"networks of '{ready.Pack}' run on {ready.Device}");
        }
#pragma warning disable CA1031 // The same failure comes again, as an answer, with the first request.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.WriteLine(failure is SPColorException or OperationCanceledException ? failure.Message : failure);
        }
    }
}
