using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Reads PNG files of 16 bits per channel, which Skia would cut to 8 (or to 11 significant ones).</summary>
internal sealed class DeepPng
{
    private const int HeaderLength = 13;
    private const int DeepBits = 16;

    // Adam7 (PNG 1.2 §2.6): first column, first row, column step, row step.
    private static readonly (int X, int Y, int StepX, int StepY)[] _interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly string _path;
    private readonly ReadOnlyMemory<byte> _file;
    private readonly int _samples;
    private readonly bool _isInterlaced;
    private ushort[]? _transparent;
    private bool _hasEnd;

    private DeepPng(string path, ReadOnlyMemory<byte> file, ReadOnlySpan<byte> header)
    {
        _path = path;
        _file = file;
        uint width = BinaryPrimitives.ReadUInt32BigEndian(header);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        PictureLimits.Check(path, width, height, PixelFormat.Rgba16.BytesPerPixel());
        Size = new GridSize((int)width, (int)height);
        _samples = header[9] switch
        {
            0 => 1,
            2 => 3,
            4 => 2,
            6 => 4,
            _ => throw PictureErrors.Damaged(path),
        };
        _isInterlaced = header[12] == 1;
    }

    private GridSize Size { get; }

    private bool HasAlpha => _samples is 2 or 4 || _transparent is not null;

    /// <summary>Whether a PNG file has 16 bits per channel.</summary>
    /// <param name="file">The whole file.</param>
    public static bool Is(ReadOnlyMemory<byte> file) => Header(file) is { Length: HeaderLength } header && header.Span[8] == DeepBits;

    /// <summary>Reads the picture.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="file">The whole file; <see cref="Is"/> was true.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    /// <returns>Rgba16 pixels with the default metadata.</returns>
    /// <exception cref="Core.SPColorException">Too large, damaged or truncated.</exception>
    public static Picture Read(string path, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        DeepPng png = new(path, file, Header(file).Span);
        using MemoryStream packed = png.CollectData(cancellationToken);
        PixelBuffer pixels = new(png.Size, PixelFormat.Rgba16);
        try
        {
            using ZLibStream data = new(packed, CompressionMode.Decompress);
            foreach (var (x, y, stepX, stepY) in png._isInterlaced ? _interlaced : [(0, 0, 1, 1)])
                png.ReadPass(data, pixels, (x, y, stepX, stepY), cancellationToken);
        }
        catch (InvalidDataException error)
        {
            throw png._hasEnd ? PictureErrors.Damaged(path, error) : PictureErrors.Truncated(path);
        }
        catch (EndOfStreamException)
        {
            throw PictureErrors.Truncated(path);
        }
        return new Picture(pixels, png.HasAlpha, PictureMetadata.None);
    }

    private static ReadOnlyMemory<byte> Header(ReadOnlyMemory<byte> file)
    {
        PngChunk first = PngChunks.Walk(file).FirstOrDefault();
        return first.Name == "IHDR" ? first.Data : default;
    }

    private MemoryStream CollectData(CancellationToken cancellationToken)
    {
        MemoryStream packed = new();
        foreach (PngChunk chunk in PngChunks.Walk(_file))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (chunk.Name is not ("IHDR" or "IDAT" or "tRNS"))
            {
                _hasEnd |= chunk.Name == "IEND";
                continue;
            }
            if (!chunk.IsIntact)
                throw PictureErrors.Damaged(_path);
            if (chunk.Name == "IDAT")
                packed.Write(chunk.Data.Span);
            else if (chunk.Name == "tRNS" && chunk.Data.Length == _samples * sizeof(ushort) && (_samples & 1) != 0)
                _transparent = [.. MemoryMarshal.Cast<byte, ushort>(chunk.Data.Span).ToArray().Select(BigEndian)];
        }
        packed.Position = 0;
        return packed;
    }

    private void ReadPass(ZLibStream data, PixelBuffer pixels, (int X, int Y, int StepX, int StepY) pass, CancellationToken cancellationToken)
    {
        int columns = (Size.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0)
            return;
        int pixelLength = _samples * sizeof(ushort);
        byte[] previous = new byte[columns * pixelLength];
        byte[] current = new byte[columns * pixelLength];
        for (int y = pass.Y; y < Size.Height; y += pass.StepY)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int filter = data.ReadByte();
            if (filter < 0)
                throw new EndOfStreamException();
            data.ReadExactly(current);
            if (!PngFilter.Undo(filter, current, previous, pixelLength))
                throw PictureErrors.Damaged(_path);
            Span<ushort> row = MemoryMarshal.Cast<byte, ushort>(pixels.Row(y));
            ReadOnlySpan<ushort> samples = MemoryMarshal.Cast<byte, ushort>(current);
            for (int i = 0; i < columns; i++)
                Store(samples.Slice(i * _samples, _samples), row.Slice((pass.X + (i * pass.StepX)) * 4, 4));
            (previous, current) = (current, previous);
        }
    }

    private void Store(ReadOnlySpan<ushort> samples, Span<ushort> pixel)
    {
        bool isGrey = _samples <= 2;
        pixel[0] = BigEndian(samples[0]);
        pixel[1] = isGrey ? pixel[0] : BigEndian(samples[1]);
        pixel[2] = isGrey ? pixel[0] : BigEndian(samples[2]);
        pixel[3] = (_samples & 1) == 0 ? BigEndian(samples[^1]) : ushort.MaxValue;
        if (_transparent is not null && pixel[.._samples].SequenceEqual(_transparent))
            pixel[3] = 0;
    }

    private static ushort BigEndian(ushort value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
}
