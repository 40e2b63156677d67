using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

[Flags]
public enum BitmapEffectRenderingFlags : ulong
{
    None = 0,
    SingleThreaded = 1,
    DisableSelectionClipping = 2,
    ForceAliasedSelectionQuality = 4,
    FirstTileIsRenderedWithBarrier = 8,
    UninitializedOutputBuffer = 16,
}

public enum BitmapEffectRenderingSchedule : long
{
    None = 0,
    HorizontalStrips = 1,
    SquareTiles = 2,
}

public interface IReadOnlyBitmapEffectRenderInfo : IInternalImpl
{
    BitmapEffectRenderingFlags Flags { get; }

    PixelFormat OutputPixelFormat { get; }

    BitmapEffectRenderingSchedule Schedule { get; }
}

public interface IBitmapEffectRenderInfo : IReadOnlyBitmapEffectRenderInfo, IInternalImpl
{
    new BitmapEffectRenderingFlags Flags { get; set; }

    new PixelFormat OutputPixelFormat { get; set; }

    new BitmapEffectRenderingSchedule Schedule { get; set; }
}

internal sealed class BitmapEffectRenderInfo : IBitmapEffectRenderInfo
{
    public BitmapEffectRenderingFlags Flags { get; set; }

    public PixelFormat OutputPixelFormat { get; set; } = PixelFormats.Bgra32;

    public BitmapEffectRenderingSchedule Schedule { get; set; } = BitmapEffectRenderingSchedule.SquareTiles;
}
