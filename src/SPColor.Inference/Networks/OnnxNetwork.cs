using SPColor.Core;
using SPColor.Core.Models;
using SPColor.Inference.Graphs;
using SPColor.Inference.Sessions;

namespace SPColor.Inference.Networks;

/// <summary>
/// One graph of a pack. On the processor one session serves every size; DirectML wants static shapes, so there each size has its own.
/// </summary>
internal sealed class OnnxNetwork : IDisposable
{
    // Two working sizes and one to change to; a session of the compact pack holds some 20 MB of video memory.
    private const int KeptSizes = 3;

    private readonly OnnxGraph _graph;
    private readonly SessionFactory _factory;
    private readonly SessionCache<string> _sessions = new(KeptSizes);
    private readonly OnnxSession? _sizeless;

    /// <summary>Takes a checked graph; on the processor its session is made at once.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="factory">Makes the sessions.</param>
    /// <param name="cancellationToken">Stops the loading.</param>
    internal OnnxNetwork(OnnxGraph graph, SessionFactory factory, CancellationToken cancellationToken)
    {
        _factory = factory;
        _sizeless = factory.Device.Kind == ComputeKind.Cpu ? factory.Create(graph, [], cancellationToken) : null;

        // The bytes are only needed to make further sessions; the paper's take 600 MB.
        _graph = _sizeless is null ? graph : graph with { Bytes = [] };
    }

    /// <summary>Refuses a graph that lacks what the manifest says it has.</summary>
    /// <param name="inputs">Names of all inputs.</param>
    /// <param name="outputs">Names of the outputs that are read.</param>
    internal void Require(IEnumerable<string> inputs, IEnumerable<string> outputs)
    {
        string[] actual = [.. _graph.Inputs.Select(input => input.Name)];
        if (!actual.ToHashSet().SetEquals(inputs))
        {
            string difference = $"has the inputs {string.Join(", ", actual)}, its manifest says {string.Join(", ", inputs)}";
            throw new SPColorException($"{_graph.Place} {difference}: {PackFailure.Cure}");
        }

        foreach (string output in outputs)
        {
            if (_graph.Outputs.All(value => value.Name != output))
                throw new SPColorException($"{_graph.Place} has no output \"{output}\", which its manifest names: {PackFailure.Cure}");
        }
    }

    /// <summary>Runs the graph.</summary>
    /// <param name="inputs">All inputs.</param>
    /// <param name="outputs">Outputs to be filled.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    internal void Run(NamedTensor[] inputs, NamedTensor[] outputs, CancellationToken cancellationToken)
    {
        if (_sizeless is not null)
        {
            _sizeless.Run(inputs, outputs, cancellationToken);
            return;
        }

        SortedDictionary<string, long> sizes = FreeSizes(inputs);
        string key = string.Join(',', sizes);
        _sessions.Use(key, () => _factory.Create(_graph, sizes, cancellationToken), session => session.Run(inputs, outputs, cancellationToken));
    }

    /// <summary>Drops the adapter's sessions; the next run makes them again.</summary>
    internal void Reset() => _sessions.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _sizeless?.Dispose();
        _sessions.Dispose();
    }

    /// <summary>The values that these inputs give the graph's named free dimensions.</summary>
    private SortedDictionary<string, long> FreeSizes(NamedTensor[] inputs)
    {
        SortedDictionary<string, long> sizes = new(StringComparer.Ordinal);
        foreach (GraphValue value in _graph.Inputs)
        {
            NamedTensor tensor = inputs.First(input => input.Name == value.Name);
            foreach ((GraphDimension dimension, long size) in value.Dimensions.Zip(tensor.Shape))
            {
                if (dimension is { Size: null, Name: { Length: > 0 } name })
                    sizes[name] = size;
            }
        }

        return sizes;
    }
}
