namespace PaintDotNet.Imaging;

/// <summary>The format GUIDs are WIC's.</summary>
public static class PixelFormats
{
    private static readonly PixelFormat bgra32 = Wic(0x0f);
    private static readonly PixelFormat rgba128Float = Wic(0x19);
    private static readonly PixelFormat alpha8 = new(new Guid("e6cd0116-eeba-4161-aa85-27dd9fb3a895"));

    public static PixelFormat Bgra32 => bgra32;

    public static PixelFormat Rgba128Float => rgba128Float;

    public static PixelFormat Alpha8 => alpha8;

    private static PixelFormat Wic(byte last) => new(new Guid(0x6fddc324, 0x4e03, 0x4bfe, 0xb1, 0x85, 0x3d, 0x77, 0x76, 0x8d, 0xc9, last));
}
