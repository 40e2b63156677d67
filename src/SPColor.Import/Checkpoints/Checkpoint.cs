using SPColor.Core;

namespace SPColor.Import.Checkpoints;

/// <summary>
/// A PyTorch checkpoint, of either format, read without running anything in it. Only descriptions of tensors are held in memory;
/// numbers are read one tensor at a time.
/// </summary>
internal sealed class Checkpoint : IDisposable
{
    /// <summary>Largest file: the largest that is needed has 0.4 GB, training states beside it included 2 GB.</summary>
    internal const long MostBytes = 4_000_000_000;

    private const string ParallelPrefix = "module.";

    private readonly IStorageFile _file;

    private Checkpoint(IStorageFile file, string place)
    {
        (_file, Place) = (file, place);
        Tensors = State(file.Root, place);
    }

    /// <summary>Path of the file.</summary>
    internal string Place { get; }

    /// <summary>All tensors of the state dictionary by key, without the "module." of models that were trained on several graphics cards.</summary>
    internal IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    /// <summary>Opens a file and reads its description.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="SPColorException">It is missing, too large, damaged, hostile, or no checkpoint.</exception>
    internal static Checkpoint Open(string path)
    {
        FileStream? stream = null;
        try
        {
            stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
            if (stream.Length > MostBytes)
                throw CheckpointFailure.Refused(path, $"it has {stream.Length} bytes, more than the {MostBytes} allowed");
            IStorageFile file = Format(stream, path) == 'P' ? new ZipFile(stream, path) : new LegacyFile(stream, path);
            return new Checkpoint(file, path);
        }
        catch (Exception e)
        {
            stream?.Dispose();
            if (Explained(e, path) is { } explained)
                throw explained;
            throw;
        }
    }

    /// <summary>Reads a tensor's numbers, row-major.</summary>
    /// <param name="key">One of <see cref="Tensors"/>.</param>
    /// <exception cref="SPColorException">The file is damaged, or the tensor holds integers or numbers that are not finite.</exception>
    internal float[] Read(string key)
    {
        try
        {
            return TensorNumbers.Read(_file, key, Tensors[key], Place);
        }
        catch (Exception e) when (Explained(e, Place) is { } explained)
        {
            throw explained;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    // 'P' begins "PK", a zip; a pickle begins with 0x80.
    private static int Format(FileStream stream, string place)
    {
        int first = stream.ReadByte();
        stream.Position = 0;
        return first is 'P' or 0x80 ? first : throw CheckpointFailure.Refused(place, "it is no checkpoint of PyTorch");
    }

    private static Dictionary<string, StoredTensor> State(object? root, string place)
    {
        // Lightning keeps the model's state beside that of the training.
        if (root is Dictionary<string, object?> whole && whole.GetValueOrDefault("state_dict") is Dictionary<string, object?> inner)
            root = inner;
        if (root is not Dictionary<string, object?> state || !state.Values.OfType<StoredTensor>().Any())
            throw CheckpointFailure.Refused(place, "it holds no state dictionary");
        int skip = state.Keys.All(key => key.StartsWith(ParallelPrefix, StringComparison.Ordinal)) ? ParallelPrefix.Length : 0;
        return state.Where(entry => entry.Value is StoredTensor)
            .ToDictionary(entry => entry.Key[skip..], entry => (StoredTensor)entry.Value!, StringComparer.Ordinal);
    }

    private static SPColorException? Explained(Exception failure, string place) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            new SPColorException($"{place} is missing: check the name of the checkpoint", failure),
        EndOfStreamException => CheckpointFailure.Refused(place, "it ends too early", failure),
        InvalidDataException or NotSupportedException => CheckpointFailure.Refused(place, failure.Message, failure),
        IOException or UnauthorizedAccessException =>
            new SPColorException($"{place} cannot be read ({CheckpointFailure.OneLine(failure.Message)}): check its permissions", failure),
        _ => null,
    };
}
