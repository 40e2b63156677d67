using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using SPColor.Core;
using SPColor.Core.Models;

namespace SPColor.Inference.Sessions;

/// <summary>
/// One session; concurrent runs wait for each other: on one DirectML session they fail (0x80004005), and on the processor two runs at
/// once were measured to take as long as one after the other.
/// </summary>
internal sealed class OnnxSession : IDisposable
{
    private readonly Lock _gate = new();
    private readonly IRuntimeSession _session;
    private readonly string _place;
    private readonly ComputeDevice _device;

    /// <summary>Takes over a session; only <see cref="SessionFactory"/> calls this.</summary>
    /// <param name="session">The session.</param>
    /// <param name="place">Where its graph came from, for messages.</param>
    /// <param name="device">What it runs on.</param>
    internal OnnxSession(IRuntimeSession session, string place, ComputeDevice device)
    {
        _session = session;
        _place = place;
        _device = device;
    }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">All inputs of the graph.</param>
    /// <param name="outputs">Outputs to be filled; their shapes must be the graph's.</param>
    /// <param name="cancellationToken">Ends the run between two operators.</param>
    /// <exception cref="DeviceFailureException">The graphics adapter failed.</exception>
    /// <exception cref="SPColorException">The graph does not fit these tensors, or gives numbers that are not finite.</exception>
    internal void Run(ReadOnlySpan<NamedTensor> inputs, ReadOnlySpan<NamedTensor> outputs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var inputValues = new Values(inputs);
        using var outputValues = new Values(outputs);
        using var options = new RunOptions();
        using CancellationTokenRegistration registration = cancellationToken.Register(() => options.Terminate = true);
        lock (_gate)
        {
            try
            {
                _session.Run(options, inputValues.Names, inputValues.Items, outputValues.Names, outputValues.Items);
            }
            catch (Exception e) when (SessionFactory.IsRuntimeFailure(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw Failure(SessionFactory.OneLine(e), e);
            }
        }

        // Checked here once for all, so that no later step meets such a number and no picture is made of it.
        foreach (NamedTensor output in outputs)
        {
            if (!TensorPrimitives.IsFiniteAll<float>(output.Values))
                throw Failure($"\"{output.Name}\" holds a number that is not finite");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private SPColorException Failure(string cause, Exception? innerException = null) => _device.Kind == ComputeKind.DirectML
        ? new DeviceFailureException(_device, cause, innerException)
        : new SPColorException($"{_place} failed ({cause}): {PackFailure.Cure}", innerException);

    /// <summary>Pinned tensors as ONNX Runtime wants them.</summary>
    private sealed class Values : IDisposable
    {
        internal Values(ReadOnlySpan<NamedTensor> tensors)
        {
            Names = new string[tensors.Length];
            Items = new OrtValue[tensors.Length];
            for (int i = 0; i < tensors.Length; i++)
            {
                Names[i] = tensors[i].Name;
                Items[i] = OrtValue.CreateTensorValueFromMemory(tensors[i].Values, tensors[i].Shape);
            }
        }

        internal string[] Names { get; }

        internal OrtValue[] Items { get; }

        public void Dispose()
        {
            foreach (OrtValue item in Items)
                item.Dispose();
        }
    }
}
