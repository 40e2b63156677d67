using Microsoft.ML.OnnxRuntime;

namespace SPColor.Inference.Sessions;

/// <summary>What is used of ONNX Runtime's session; a seam, because no machine that tests this has an adapter that fails.</summary>
internal interface IRuntimeSession : IDisposable
{
    /// <summary>As <see cref="InferenceSession.Run(RunOptions, IReadOnlyCollection{string}, IReadOnlyCollection{OrtValue}, IReadOnlyCollection{string}, IReadOnlyCollection{OrtValue})"/>.</summary>
    /// <param name="options">Carries the terminate flag.</param>
    /// <param name="inputNames">Names of all inputs.</param>
    /// <param name="inputs">Their values.</param>
    /// <param name="outputNames">Names of the outputs that are wanted.</param>
    /// <param name="outputs">To be filled.</param>
    void Run(RunOptions options, string[] inputNames, OrtValue[] inputs, string[] outputNames, OrtValue[] outputs);
}

/// <summary>Makes a session of a graph's bytes on a device.</summary>
/// <param name="graph">Content of an .onnx file.</param>
/// <param name="options">All but the device.</param>
/// <param name="device">The device.</param>
internal delegate IRuntimeSession RuntimeSessionOpener(byte[] graph, SessionOptions options, ComputeDevice device);
