using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

public interface IEffectDocumentInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IColorContext ColorContext { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);

    IReadOnlyList<IEffectLayerInfo> Layers { get; }

    PixelFormat PixelFormat { get; }

    Resolution Resolution { get; }

    SizeInt32 Size { get; }
}

public interface IBitmapEffectDocumentInfo : IEffectDocumentInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    new IReadOnlyList<IBitmapEffectLayerInfo> Layers { get; }
}
