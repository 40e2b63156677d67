namespace SPColor.Import.Checkpoints;

/// <summary>A checkpoint's container: one pickle and the storages that it refers to.</summary>
internal interface IStorageFile : IDisposable
{
    /// <summary>The pickle's value.</summary>
    object? Root { get; }

    /// <summary>Reads a part of a storage.</summary>
    /// <param name="storage">The storage.</param>
    /// <param name="offset">First byte, from the storage's start.</param>
    /// <param name="destination">Gets the bytes.</param>
    /// <exception cref="EndOfStreamException">The file is shorter than it says.</exception>
    void Read(Storage storage, long offset, Span<byte> destination);
}
