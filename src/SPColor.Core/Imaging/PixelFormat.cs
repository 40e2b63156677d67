namespace SPColor.Core.Imaging;

/// <summary>Memory layout of an interleaved row; alpha is straight, never premultiplied; 16-bit channels are in machine order.</summary>
public enum PixelFormat
{
    /// <summary>Blue, green, red, alpha; 8 bits each: Paint.NET's layers.</summary>
    Bgra8,

    /// <summary>Red, green, blue, alpha; 8 bits each.</summary>
    Rgba8,

    /// <summary>Red, green, blue, alpha; 16 bits each.</summary>
    Rgba16,
}

/// <summary>Facts about <see cref="PixelFormat"/>.</summary>
public static class PixelFormats
{
    /// <summary>Bytes of one pixel: 4 or 8.</summary>
    /// <param name="format">The layout.</param>
    public static int BytesPerPixel(this PixelFormat format) => format == PixelFormat.Rgba16 ? 8 : 4;
}
