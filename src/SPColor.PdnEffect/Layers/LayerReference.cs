using SPColor.Core;
using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>Another layer as reference: a small picture pasted into a canvas-sized sheet is that small picture (users.md §2.7, 6).</summary>
internal sealed class LayerReference(LayerInfo layer) : IReference
{
    public LayerInfo Layer { get; } = layer;

    public ReferenceKey Key { get; } = new(layer.Index, layer.Name);

    public string Label => Layer.IsShown ? Layer.Name : Words.HiddenLayer(Layer.Name);

    public IPixelSource Open(CancellationToken cancellationToken) =>
        OpaqueBounds.Find(Layer.Pixels, cancellationToken) is not { } bounds
            ? throw new SPColorException(Words.EmptyReference(Layer.Name))
            : bounds.Size == Layer.Pixels.Size ? Layer.Pixels : new CroppedSource(Layer.Pixels, bounds);
}

/// <summary>"Or picture file…": a picture that is in no layer.</summary>
internal sealed class FileReference(string path, IPictureFiles files) : IReference
{
    public ReferenceKey Key { get; } = new(null, path);

    public string Label => Path.GetFileName(path);

    public IPixelSource Open(CancellationToken cancellationToken)
    {
        IPixelSource picture = files.Read(path, cancellationToken);
        return OpaqueBounds.Find(picture, cancellationToken) is { } bounds
            ? new CroppedSource(picture, bounds)
            : throw new SPColorException(Words.EmptyReference(Label));
    }
}
