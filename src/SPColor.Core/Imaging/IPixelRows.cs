namespace SPColor.Core.Imaging;

/// <summary>A picture that is read row by row, so that nobody needs a second full-size copy.</summary>
public interface IPixelSource
{
    /// <summary>Size in pixels.</summary>
    GridSize Size { get; }

    /// <summary>Layout of the rows.</summary>
    PixelFormat Format { get; }

    /// <summary>What the numbers mean.</summary>
    RgbSpace Space => RgbSpace.Srgb;

    /// <summary>Copies row <paramref name="y"/>. Safe to call from several threads.</summary>
    /// <param name="y">0 … height−1.</param>
    /// <param name="row">Width · bytes per pixel.</param>
    void ReadRow(int y, Span<byte> row);
}

/// <summary>A picture that is written row by row.</summary>
public interface IPixelSink
{
    /// <summary>Stores row <paramref name="y"/>. Safe to call from several threads, each with rows of its own.</summary>
    /// <param name="y">0 … height−1.</param>
    /// <param name="row">Width · bytes per pixel, in the source's format.</param>
    void WriteRow(int y, ReadOnlySpan<byte> row);
}
