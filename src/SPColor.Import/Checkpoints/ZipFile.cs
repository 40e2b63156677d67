using System.IO.Compression;

namespace SPColor.Import.Checkpoints;

/// <summary>PyTorch's format since 1.6: a zip whose entries are stored, not compressed: NAME/data.pkl and NAME/data/KEY.</summary>
internal sealed class ZipFile : IStorageFile
{
    // 100 bytes an entry make 40,000 tensors, and the entries' objects some 20 MB.
    private const long DirectoryBytes = 4_000_000;
    private const string Pickle = "data.pkl";

    private readonly MeteredStream _stream;
    private readonly ZipArchive _archive;
    private readonly string _place;
    private readonly string _folder;

    /// <summary>Reads directory and pickle.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Its path, for messages.</param>
    internal ZipFile(Stream file, string place)
    {
        _place = place;
        _stream = new MeteredStream(file) { Allowance = DirectoryBytes };
        _archive = new ZipArchive(_stream, ZipArchiveMode.Read);
        ZipArchiveEntry[] pickles = [.. _archive.Entries.Where(entry => entry.Name == Pickle && entry.FullName.Count(c => c == '/') == 1)];
        if (pickles.Length != 1)
            throw Refused("it is a zip, but not one that torch.save wrote");
        _folder = pickles[0].FullName[..^Pickle.Length];
        RefuseBigEndian();
        using Stream pickle = Open(pickles[0], PickleInput.MostBytes);
        Root = new PickleReader(new PickleInput(pickle, place)).Read();
    }

    /// <inheritdoc/>
    public object? Root { get; }

    /// <inheritdoc/>
    public void Read(Storage storage, long offset, Span<byte> destination)
    {
        ZipArchiveEntry entry = _archive.GetEntry($"{_folder}data/{storage.Key}") ?? throw Refused($"its storage \"{storage.Key}\" is missing");
        if (entry.Length < storage.Count * (Int128)storage.Type.Bytes())
            throw Refused($"its storage \"{storage.Key}\" has {entry.Length} bytes for {storage.Count} numbers");
        using Stream stream = Open(entry, offset + destination.Length);
        Skip(stream, offset);
        stream.ReadExactly(destination);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static void Skip(Stream stream, long bytes)
    {
        Span<byte> skipped = stackalloc byte[4096];
        for (long left = bytes; left > 0; left -= Math.Min(left, skipped.Length))
            stream.ReadExactly(skipped[..(int)Math.Min(left, skipped.Length)]);
    }

    private void RefuseBigEndian()
    {
        if (_archive.GetEntry($"{_folder}byteorder") is not { } entry)
            return;
        using Stream stream = Open(entry, 16);
        if (stream.ReadByte() != 'l')
            throw Refused("its numbers are big-endian");
    }

    // What is compressed could unpack to anything; PyTorch never compresses.
    private Stream Open(ZipArchiveEntry entry, long bytes)
    {
        if (entry.CompressedLength != entry.Length)
            throw Refused($"\"{entry.Name}\" in it is compressed, which torch.save never does");
        _stream.Allowance = bytes + (1 << 20);
        return entry.Open();
    }

    private Core.SPColorException Refused(string what) => CheckpointFailure.Refused(_place, what);
}
