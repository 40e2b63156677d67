using SPColor.Core;
using SPColor.Import.Checkpoints;

namespace SPColor.Import.Networks;

/// <summary>
/// What a network needs of its checkpoint. Depths and kernels are the published ones; widths are read from the checkpoint, so that all
/// tensors must agree with each other and slimmer networks of the same architecture are welcome.
/// </summary>
/// <param name="checkpoint">The checkpoint.</param>
/// <param name="network">What the network is, in the user's words.</param>
internal sealed class WeightSet(Checkpoint checkpoint, string network)
{
    private const int MostFaults = 6;

    private readonly Dictionary<string, long[]> _expected = new(StringComparer.Ordinal);
    private readonly List<string> _ignored = [];

    /// <summary>Numbers of all expected tensors.</summary>
    internal long Count => _expected.Values.Sum(shape => shape.Aggregate(1L, (count, side) => count * side));

    /// <summary>Whether the checkpoint has a tensor.</summary>
    /// <param name="key">Its key.</param>
    internal bool Has(string key) => checkpoint.Tensors.ContainsKey(key);

    /// <summary>One side of a tensor.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="axis">Which side.</param>
    /// <param name="published">What it is in the published networks, for where the tensor is missing or has fewer sides.</param>
    internal long Side(string key, int axis, long published) =>
        checkpoint.Tensors.TryGetValue(key, out StoredTensor? tensor) && axis < tensor.Shape.Length ? tensor.Shape[axis] : published;

    /// <summary>Says that a tensor must be there.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="shape">Its shape.</param>
    internal void Expect(string key, params long[] shape) => _expected.Add(key, shape);

    /// <summary>Says that a layer's weight and bias must be there.</summary>
    /// <param name="layer">Its name.</param>
    /// <param name="shape">Shape of its weight; the bias has the first side.</param>
    internal void ExpectLayer(string layer, params long[] shape)
    {
        Expect($"{layer}.weight", shape);
        Expect($"{layer}.bias", shape[0]);
    }

    /// <summary>Says that tensors may be there and are not needed.</summary>
    /// <param name="prefix">What their keys begin with.</param>
    internal void Ignore(string prefix) => _ignored.Add(prefix);

    /// <summary>Compares what was expected with what is there.</summary>
    /// <exception cref="SPColorException">Missing, extra and mis-shaped keys, by name.</exception>
    internal void Check()
    {
        string[] faults =
        [
            .. Some("missing", _expected.Where(entry => !Has(entry.Key)).Select(entry => $"{entry.Key} {Text(entry.Value)}")),
            .. Some("mis-shaped", _expected.Where(IsMisShaped).Select(entry => $"{entry.Key} is {Text(checkpoint.Tensors[entry.Key].Shape)}, expected {Text(entry.Value)}")),
            .. Some("empty", _expected.Where(entry => entry.Value.Any(side => side < 1)).Select(entry => entry.Key)),
            .. Some("not expected", checkpoint.Tensors.Where(entry => IsExtra(entry.Key)).Select(entry => $"{CheckpointFailure.OneLine(entry.Key)} {Text(entry.Value.Shape)}")),
        ];
        if (faults.Length > 0)
            throw new SPColorException($"{checkpoint.Place} is no {network}: {string.Join("; ", faults)}: give the checkpoint of that network");
    }

    /// <summary>Numbers of an expected tensor, row-major.</summary>
    /// <param name="key">Its key.</param>
    internal float[] Read(string key) => checkpoint.Read(key);

    /// <summary>Shape of an expected tensor.</summary>
    /// <param name="key">Its key.</param>
    internal long[] Shape(string key) => _expected[key];

    private bool IsMisShaped(KeyValuePair<string, long[]> entry) =>
        checkpoint.Tensors.TryGetValue(entry.Key, out StoredTensor? tensor) && !entry.Value.SequenceEqual(tensor.Shape);

    private bool IsExtra(string key) => !_expected.ContainsKey(key) && !_ignored.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<string> Some(string kind, IEnumerable<string> faults)
    {
        string[] all = [.. faults];
        if (all.Length > 0)
            yield return $"{kind} {string.Join(", ", all.Take(MostFaults))}{(all.Length > MostFaults ? $" and {all.Length - MostFaults} more" : "")}";
    }

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
