using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

public interface IEffectEnvironment : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    float BrushSize { get; }

    IEffectDocumentInfo Document { get; }

    IEffectSelectionInfo Selection { get; }

    int SourceLayerIndex { get; }
}

public interface IEffectEnvironment2 : IEffectEnvironment, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    ManagedColor PrimaryColor { get; }

    ManagedColor SecondaryColor { get; }
}

public interface IBitmapEffectEnvironment : IEffectEnvironment2, IEffectEnvironment, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    new IBitmapEffectDocumentInfo Document { get; }

    IImagingFactory ImagingFactory { get; }

    new IBitmapEffectSelectionInfo Selection { get; }
}
