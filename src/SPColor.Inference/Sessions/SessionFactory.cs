using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Inference.Graphs;

namespace SPColor.Inference.Sessions;

/// <summary>The only place that makes ONNX Runtime sessions (docs/architecture.md §7).</summary>
/// <param name="device">Device that they run on.</param>
/// <param name="threads">Threads inside one operator on the processor; 0: one for each core.</param>
/// <param name="open">Makes the sessions; null: ONNX Runtime does.</param>
internal sealed class SessionFactory(ComputeDevice device, int threads = 0, RuntimeSessionOpener? open = null)
{
    private readonly RuntimeSessionOpener _open = open ?? RuntimeSession.Open;

    /// <summary>Device of all sessions made here.</summary>
    internal ComputeDevice Device => device;

    /// <summary>Makes a session for a checked graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="dimensions">Values of the graph's free dimensions; none: they stay free.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    /// <exception cref="DeviceFailureException">The graphics adapter cannot be used.</exception>
    /// <exception cref="SPColorException">ONNX Runtime refuses the graph.</exception>
    internal OnnxSession Create(OnnxGraph graph, IEnumerable<KeyValuePair<string, long>> dimensions, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using SessionOptions options = Options();
            using CancellationTokenRegistration registration = cancellationToken.Register(() => options.SetLoadCancellationFlag(true));
            foreach ((string name, long value) in dimensions)
                options.AddFreeDimensionOverrideByName(name, value);
            return new OnnxSession(_open(graph.Bytes, options, device), graph.Place, device);
        }
        catch (Exception e) when (IsRuntimeFailure(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw device.Kind == ComputeKind.DirectML
                ? new DeviceFailureException(device, OneLine(e), e)
                : new SPColorException($"{graph.Place} was refused by ONNX Runtime ({OneLine(e)}): {PackFailure.Cure}", e);
        }
    }

    /// <summary>Every type that ONNX Runtime and DirectML are known to fail with.</summary>
    /// <param name="exception">The failure.</param>
    internal static bool IsRuntimeFailure(Exception exception) =>
        exception is OnnxRuntimeException or SEHException or EntryPointNotFoundException or DllNotFoundException;

    /// <summary>The first line of a failure's message, at most 200 characters.</summary>
    /// <param name="exception">The failure.</param>
    internal static string OneLine(Exception exception)
    {
        string line = exception.Message.AsSpan().Trim().ToString().ReplaceLineEndings(" ");
        return line.Length <= 200 ? line : line[..200];
    }

    private SessionOptions Options() => new()
    {
        ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
        GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        // DirectML refuses it.
        EnableMemoryPattern = device.Kind == ComputeKind.Cpu,
        InterOpNumThreads = 1,
        IntraOpNumThreads = threads,
    };
}
