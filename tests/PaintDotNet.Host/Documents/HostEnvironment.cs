using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace PaintDotNet.Host.Documents;

internal sealed class HostEnvironment(HostDocument document, HostSelection selection, int activeLayer) : RefTrackedObject, IBitmapEffectEnvironment
{
    public IBitmapEffectDocumentInfo Document => document;

    IEffectDocumentInfo IEffectEnvironment.Document => document;

    public IBitmapEffectSelectionInfo Selection => selection;

    IEffectSelectionInfo IEffectEnvironment.Selection => selection;

    public HostSelection HostSelection => selection;

    public HostLayer ActiveLayer => document.HostLayers[activeLayer];

    public int SourceLayerIndex => activeLayer;

    public float BrushSize => 2;

    public IImagingFactory ImagingFactory => Imaging.ImagingFactory.CreateRef();

    public ManagedColor PrimaryColor => new();

    public ManagedColor SecondaryColor => new();
}
