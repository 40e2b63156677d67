using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectLayerInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    LayerBlendMode BlendMode { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);

    string Name { get; }

    float Opacity { get; }

    bool Visible { get; }
}

public interface IBitmapEffectLayerInfo : IEffectLayerInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
