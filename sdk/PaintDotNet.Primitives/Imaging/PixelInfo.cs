namespace PaintDotNet.Imaging;

public enum PixelFormatNumericRepresentation
{
}

public interface IPixelInfo : IInternalImpl
{
    int BitsPerPixel { get; }

    int ChannelCount { get; }

    PixelFormatNumericRepresentation NumericRepresentation { get; }

    PixelFormat PixelFormat { get; }

    bool SupportsTransparency { get; }
}

public interface INaturalPixelInfo : IPixelInfo, IInternalImpl
{
    int BytesPerPixel { get; }
}

public interface INaturalPixelInfo<TPixel> : INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo<TPixel>
{
}
