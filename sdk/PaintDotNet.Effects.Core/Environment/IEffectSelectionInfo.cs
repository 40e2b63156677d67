using PaintDotNet.ComponentModel;
using PaintDotNet.Direct2D1;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectSelectionInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IEffectInputBitmap<ColorAlpha8> MaskBitmap { get; }

    RectInt32 RenderBounds { get; }

    IReadOnlyList<RectInt32> RenderScans { get; }
}

public interface IBitmapEffectSelectionInfo : IEffectSelectionInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IGeometry Geometry { get; }
}
