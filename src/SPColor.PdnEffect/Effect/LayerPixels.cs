using PaintDotNet;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using SPColor.Core.Imaging;
using PixelFormat = SPColor.Core.Imaging.PixelFormat;

namespace SPColor.PdnEffect.Effect;

/// <summary>
/// One layer's pixels, locked when they are first read and until disposed of: the lock may copy the whole layer, so there is one.
/// </summary>
/// <param name="layer">The layer.</param>
/// <param name="canvas">Every layer's size.</param>
internal sealed class LayerPixels(IEffectLayerInfo layer, SizeInt32 canvas) : IPixelSource, IDisposable
{
    private readonly Lock _lock = new();
    private IEffectInputBitmap<ColorBgra32>? _bitmap;
    private IBitmapLock<ColorBgra32>? _pixels;
    private bool _isDisposed;

    /// <inheritdoc/>
    public GridSize Size => new(canvas.Width, canvas.Height);

    /// <inheritdoc/>
    public PixelFormat Format => PixelFormat.Bgra8;

    /// <inheritdoc/>
    public unsafe void ReadRow(int y, Span<byte> row)
    {
        IBitmapLock<ColorBgra32> pixels = Open();
        new ReadOnlySpan<byte>((byte*)pixels.Buffer + ((nint)y * pixels.BufferStride), row.Length).CopyTo(row);
    }

    /// <summary>Unlocks. Nobody may be reading any more.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            DisposableUtil.Free(ref _pixels);
            DisposableUtil.Free(ref _bitmap);
        }
    }

    private IBitmapLock<ColorBgra32> Open()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _bitmap ??= layer.GetBitmapBgra32();
            return _pixels ??= _bitmap.Lock(new RectInt32(0, 0, canvas));
        }
    }
}
