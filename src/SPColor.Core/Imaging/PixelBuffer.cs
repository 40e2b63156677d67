namespace SPColor.Core.Imaging;

/// <summary>A whole picture in memory, readable and writable by rows; result rows may replace source rows in place.</summary>
public sealed class PixelBuffer : IPixelSource, IPixelSink
{
    /// <summary>Creates a transparent black picture.</summary>
    /// <param name="size">Size in pixels.</param>
    /// <param name="format">Layout of the rows.</param>
    public PixelBuffer(GridSize size, PixelFormat format)
    {
        Size = size;
        Format = format;
        Stride = checked(size.Width * format.BytesPerPixel());
        Bytes = new byte[checked(Stride * size.Height)];
    }

    /// <inheritdoc/>
    public GridSize Size { get; }

    /// <inheritdoc/>
    public PixelFormat Format { get; }

    /// <inheritdoc/>
    public RgbSpace Space { get; set; } = RgbSpace.Srgb;

    /// <summary>Bytes of one row.</summary>
    public int Stride { get; }

    /// <summary>All rows, top first, without gaps.</summary>
    public byte[] Bytes { get; }

    /// <summary>Row <paramref name="y"/> itself, not a copy.</summary>
    /// <param name="y">0 … height−1.</param>
    public Span<byte> Row(int y) => Bytes.AsSpan(y * Stride, Stride);

    /// <inheritdoc/>
    public void ReadRow(int y, Span<byte> row) => Row(y).CopyTo(row);

    /// <inheritdoc/>
    public void WriteRow(int y, ReadOnlySpan<byte> row) => row.CopyTo(Row(y));
}
