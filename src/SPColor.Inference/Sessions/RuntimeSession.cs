using Microsoft.ML.OnnxRuntime;

namespace SPColor.Inference.Sessions;

/// <summary>ONNX Runtime's own session.</summary>
internal sealed class RuntimeSession : IRuntimeSession
{
    private readonly InferenceSession _session;

    private RuntimeSession(InferenceSession session) => _session = session;

    /// <summary>Makes a session.</summary>
    /// <param name="graph">Content of an .onnx file.</param>
    /// <param name="options">All but the device.</param>
    /// <param name="device">The device.</param>
    internal static IRuntimeSession Open(byte[] graph, SessionOptions options, ComputeDevice device)
    {
        Telemetry.SwitchOffEvents();
        if (device.Kind == ComputeKind.DirectML)
            options.AppendExecutionProvider_DML(device.AdapterIndex);
        return new RuntimeSession(new InferenceSession(graph, options));
    }

    /// <inheritdoc/>
    public void Run(RunOptions options, string[] inputNames, OrtValue[] inputs, string[] outputNames, OrtValue[] outputs) =>
        _session.Run(options, inputNames, inputs, outputNames, outputs);

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();
}
