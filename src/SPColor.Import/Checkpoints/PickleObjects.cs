using SPColor.Core;

namespace SPColor.Import.Checkpoints;

/// <summary>The few objects that a checkpoint is made of.</summary>
internal static class PickleObjects
{
    /// <summary>What a call in a pickle stands for.</summary>
    /// <param name="callee">What is called.</param>
    /// <param name="arguments">A tuple.</param>
    /// <param name="place">Path of the file, for messages.</param>
    /// <exception cref="SPColorException">Anything but a tensor, a parameter, a dictionary, or something to skip.</exception>
    internal static object? Result(object? callee, object? arguments, string place) => (callee, arguments) switch
    {
        (Skipped, object?[]) => Skipped.Instance,
        (PickleCall.Tensor, object?[] and [Storage storage, long offset, object?[] shape, object?[] strides, ..]) =>
            StoredTensor.Create(storage, offset, Numbers(shape, place), Numbers(strides, place))
            ?? throw CheckpointFailure.Refused(place, $"a tensor in it reaches beyond its storage \"{storage.Key}\""),
        (PickleCall.Parameter, object?[] and [StoredTensor tensor, ..]) => tensor,
        (PickleCall.Dictionary, object?[] and []) => new Dictionary<string, object?>(StringComparer.Ordinal),
        (PickleCall.Dictionary, object?[] and [List<object?> pairs]) => Dictionary(pairs, place),
        _ => throw CheckpointFailure.Refused(place, "it makes an object of an unknown kind"),
    };

    /// <summary>What a persistent identity stands for: ("storage", type, key, device, count), and in old files a view that must be none.</summary>
    /// <param name="identity">A tuple.</param>
    /// <param name="place">Path of the file, for messages.</param>
    internal static Storage StorageOf(object? identity, string place) => identity switch
    {
        object?[] and ["storage", ElementType type, string key, _, long and >= 0 and var count] => new Storage(type, key, count),
        object?[] and ["storage", ElementType type, string key, _, long and >= 0 and var count, null] => new Storage(type, key, count),
        _ => throw CheckpointFailure.Refused(place, "it refers to something that is no storage of numbers"),
    };

    private static long[] Numbers(object?[] tuple, string place) => tuple.All(item => item is long)
        ? [.. tuple.Cast<long>()]
        : throw CheckpointFailure.Refused(place, "a tensor in it has a shape that is not made of numbers");

    // As Python 2 wrote it: pairs in lists.
    private static Dictionary<string, object?> Dictionary(List<object?> pairs, string place)
    {
        Dictionary<string, object?> dictionary = new(StringComparer.Ordinal);
        foreach (object? pair in pairs)
        {
            dictionary[KeyOf(pair)] = pair is List<object?> list ? list[1] : ((object?[])pair!)[1];
        }

        return dictionary;

        string KeyOf(object? pair) => pair switch
        {
            List<object?> and [string key, _] => key,
            object?[] and [string key, _] => key,
            _ => throw CheckpointFailure.Refused(place, "a key in it has no value"),
        };
    }
}
