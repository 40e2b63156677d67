using System.Buffers.Binary;
using System.Numerics;

namespace SPColor.Import.Checkpoints;

/// <summary>PyTorch's format before 1.6: pickles of a magic number, a version, the machine, the object and the storages' keys; then the storages.</summary>
internal sealed class LegacyFile : IStorageFile
{
    private const long Protocol = 1001;
    private static readonly BigInteger s_magic = BigInteger.Parse("119547037146038801333356", null);

    private readonly Stream _file;
    private readonly string _place;
    private readonly Dictionary<string, long> _starts = new(StringComparer.Ordinal);

    /// <summary>Reads the pickles and finds the storages.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Its path, for messages.</param>
    internal LegacyFile(Stream file, string place)
    {
        (_file, _place) = (file, place);
        bool known = Pickle() is BigInteger magic && magic == s_magic && Pickle() is Protocol;
        Require(known, "it is no file of torch.save");
        Require(Pickle() is Dictionary<string, object?> machine && machine.GetValueOrDefault("little_endian") is true, "its numbers are big-endian");
        PickleReader reader = Reader();
        Root = reader.Read();
        Find(Pickle() as List<object?>, reader.Storages);
    }

    /// <inheritdoc/>
    public object? Root { get; }

    /// <inheritdoc/>
    public void Read(Storage storage, long offset, Span<byte> destination)
    {
        _file.Position = _starts[storage.Key] + offset;
        _file.ReadExactly(destination);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>Each storage is its count and its numbers, in the order of the keys.</summary>
    private void Find(List<object?>? keys, Dictionary<string, Storage> storages)
    {
        Require(keys?.Count == storages.Count, "its list of storages is not that of its tensors");
        Span<byte> count = stackalloc byte[sizeof(long)];
        foreach (object? key in keys!)
        {
            Require(key is string name && storages.ContainsKey(name), "its list of storages is not that of its tensors");
            Storage storage = storages[(string)key!];
            _file.ReadExactly(count);
            long actual = BinaryPrimitives.ReadInt64LittleEndian(count);
            Require(actual == storage.Count, $"its storage \"{storage.Key}\" has {actual} numbers, its tensors say {storage.Count}");
            Require(_starts.TryAdd(storage.Key, _file.Position), $"its storage \"{storage.Key}\" is there twice");
            Int128 end = _file.Position + (storage.Count * (Int128)storage.Type.Bytes());
            Require(end <= _file.Length, "it ends too early");
            _file.Position = (long)end;
        }
    }

    private object? Pickle() => Reader().Read();

    private PickleReader Reader() => new(new PickleInput(_file, _place));

    private void Require(bool holds, string what)
    {
        if (!holds)
            throw CheckpointFailure.Refused(_place, what);
    }
}
