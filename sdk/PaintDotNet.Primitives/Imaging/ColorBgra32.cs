using System.Drawing;

namespace PaintDotNet.Imaging;

/// <summary>Straight alpha, 8 bits a channel, blue in the lowest byte.</summary>
public struct ColorBgra32 : INaturalPixelInfo<ColorBgra32>, INaturalPixelInfo, IPixelInfo, IInternalImpl, IEquatable<ColorBgra32>
{
    private uint bgra;

    public ColorBgra32(byte b, byte g, byte r, byte a) => bgra = b | (uint)g << 8 | (uint)r << 16 | (uint)a << 24;

    public ColorBgra32(uint bgra) => this.bgra = bgra;

    public byte B { readonly get => Channel(0); set => SetChannel(0, value); }

    public byte G { readonly get => Channel(8); set => SetChannel(8, value); }

    public byte R { readonly get => Channel(16); set => SetChannel(16, value); }

    public byte A { readonly get => Channel(24); set => SetChannel(24, value); }

    public uint Bgra { readonly get => bgra; set => bgra = value; }

    readonly int IPixelInfo.BitsPerPixel => 32;

    readonly int IPixelInfo.ChannelCount => 4;

    readonly PixelFormatNumericRepresentation IPixelInfo.NumericRepresentation => default;

    readonly PixelFormat IPixelInfo.PixelFormat => PixelFormats.Bgra32;

    readonly bool IPixelInfo.SupportsTransparency => true;

    readonly int INaturalPixelInfo.BytesPerPixel => 4;

    public static ColorBgra32 FromBgra(byte b, byte g, byte r, byte a) => new(b, g, r, a);

    public static ColorBgra32 FromUInt32(uint bgra) => new(bgra);

    public readonly bool Equals(ColorBgra32 other) => bgra == other.bgra;

    public static bool operator ==(ColorBgra32 a, ColorBgra32 b) => a.bgra == b.bgra;

    public static bool operator !=(ColorBgra32 a, ColorBgra32 b) => a.bgra != b.bgra;

    public static implicit operator ColorBgra32(Color color) => new((uint)color.ToArgb());

    public static implicit operator Color(ColorBgra32 color) => Color.FromArgb((int)color.bgra);

    private readonly byte Channel(int shift) => (byte)(bgra >> shift);

    private void SetChannel(int shift, byte value) => bgra = bgra & ~(0xffu << shift) | (uint)value << shift;
}
