using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace SPColor.Rpc;

/// <summary>
/// Messages with a four-byte length (big-endian) before them. A length out of bounds ends the connection at once, so that a foreign
/// program on the other end, or a broken one, can neither make us wait for gigabytes nor keep them.
/// </summary>
internal sealed class BoundedMessageHandler(Stream sending, Stream receiving, IJsonRpcMessageFormatter formatter)
    : LengthHeaderMessageHandler(sending, receiving, formatter)
{
    /// <summary>The largest real message, a picture of 512×512 in four planes, has 5.6 MB.</summary>
    public const int MaxBytes = 32 << 20;

    private const int HeaderBytes = sizeof(int);

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken)
    {
        ReadResult header = await Reader!.ReadAtLeastAsync(HeaderBytes, cancellationToken);
        if (header.Buffer.Length >= HeaderBytes)
            CheckLength(header.Buffer);
        Reader.AdvanceTo(header.Buffer.Start);
        return await base.ReadCoreAsync(cancellationToken);
    }

    private static void CheckLength(ReadOnlySequence<byte> buffer)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        buffer.Slice(0, HeaderBytes).CopyTo(header);
        int length = BinaryPrimitives.ReadInt32BigEndian(header);
        if (length is < 0 or > MaxBytes)
            throw new InvalidDataException($"a message announces {length} bytes, but may have at most {MaxBytes}");
    }
}
