namespace PaintDotNet.Imaging;

public struct ColorAlpha8 : INaturalPixelInfo<ColorAlpha8>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorAlpha8>
{
    public ColorAlpha8(byte a) => A = a;

    public byte A { readonly get; set; }

    public static ColorAlpha8 Opaque => new(byte.MaxValue);

    public static ColorAlpha8 Transparent => default;

    readonly int IPixelInfo.BitsPerPixel => 8;

    readonly int IPixelInfo.ChannelCount => 1;

    readonly PixelFormatNumericRepresentation IPixelInfo.NumericRepresentation => default;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Alpha8;

    readonly bool IPixelInfo.SupportsTransparency => true;

    readonly int INaturalPixelInfo.BytesPerPixel => 1;

    public readonly bool Equals(ColorAlpha8 other) => A == other.A;
}
