using System.Buffers;

namespace SPColor.Core.Imaging;

/// <summary>A rectangle of another picture, read as a picture of its own.</summary>
public sealed class CroppedSource : IPixelSource
{
    private readonly IPixelSource _whole;
    private readonly PixelRect _part;

    /// <summary>Creates the view; nothing is copied.</summary>
    /// <param name="whole">The picture.</param>
    /// <param name="part">Lies inside the picture.</param>
    public CroppedSource(IPixelSource whole, PixelRect part)
    {
        ArgumentNullException.ThrowIfNull(whole);
        (int width, int height) = whole.Size;
        bool inside = part is { X: >= 0, Y: >= 0, Width: >= 1, Height: >= 1 }
            && part.Width <= width - part.X && part.Height <= height - part.Y;
        if (!inside)
            throw new ArgumentOutOfRangeException(nameof(part), part, $"The rectangle does not lie inside the {whole.Size} picture.");
        _whole = whole;
        _part = part;
    }

    /// <inheritdoc/>
    public GridSize Size => _part.Size;

    /// <inheritdoc/>
    public PixelFormat Format => _whole.Format;

    /// <inheritdoc/>
    public RgbSpace Space => _whole.Space;

    /// <inheritdoc/>
    public void ReadRow(int y, Span<byte> row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(y);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(y, _part.Height);
        int pixel = Format.BytesPerPixel();
        byte[] full = ArrayPool<byte>.Shared.Rent(_whole.Size.Width * pixel);
        try
        {
            Span<byte> line = full.AsSpan(0, _whole.Size.Width * pixel);
            _whole.ReadRow(_part.Y + y, line);
            line.Slice(_part.X * pixel, _part.Width * pixel).CopyTo(row);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(full);
        }
    }
}
