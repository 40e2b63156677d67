using Microsoft.ML.OnnxRuntime;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Tests.Sessions;

/// <summary>ONNX Runtime on the processor under an adapter's name, which fails as a test says and watches how it is used.</summary>
internal sealed class StandInAdapter
{
    private int _running;

    public static ComputeDevice Device { get; } = new(ComputeKind.DirectML, 0, "NVIDIA");

    /// <summary>Thrown when a session is made.</summary>
    public Exception? OpenFault { get; set; }

    /// <summary>Thrown by every run.</summary>
    public Exception? RunFault { get; set; }

    /// <summary>What a run that goes well does with each output.</summary>
    public Action<Span<float>>? Spoil { get; set; }

    public int Opened { get; private set; }

    public int Open { get; private set; }

    public bool WasRunTwiceAtOnce { get; private set; }

    public List<SessionOptionsSeen> Options { get; } = [];

    public IRuntimeSession OpenSession(byte[] graph, SessionOptions options, ComputeDevice device)
    {
        if (device.Kind == ComputeKind.Cpu)
            return RuntimeSession.Open(graph, options, device);
        if (OpenFault is not null)
            throw OpenFault;
        Options.Add(new SessionOptionsSeen(options.ExecutionMode, options.EnableMemoryPattern));
        (Opened, Open) = (Opened + 1, Open + 1);
        return new Session(this, RuntimeSession.Open(graph, options, ComputeDevice.Cpu));
    }

    /// <summary>As ONNX Runtime throws it; its constructor is not public.</summary>
    public static Exception OnnxFailure(string message) => (Exception)Activator.CreateInstance(
        typeof(OnnxRuntimeException), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic, null,
        [Enum.ToObject(typeof(OnnxRuntimeException).Assembly.GetType("Microsoft.ML.OnnxRuntime.ErrorCode")!, 1), message], null)!;

    internal sealed record SessionOptionsSeen(ExecutionMode Mode, bool MemoryPattern);

    private sealed class Session(StandInAdapter adapter, IRuntimeSession real) : IRuntimeSession
    {
        public void Run(RunOptions options, string[] inputNames, OrtValue[] inputs, string[] outputNames, OrtValue[] outputs)
        {
            adapter.WasRunTwiceAtOnce |= Interlocked.Increment(ref adapter._running) > 1;
            if (adapter.RunFault is not null)
            {
                adapter._running = 0;
                throw adapter.RunFault;
            }

            real.Run(options, inputNames, inputs, outputNames, outputs);
            foreach (OrtValue output in outputs)
                adapter.Spoil?.Invoke(output.GetTensorMutableDataAsSpan<float>());
            Interlocked.Decrement(ref adapter._running);
        }

        public void Dispose()
        {
            adapter.Open--;
            real.Dispose();
        }
    }
}
