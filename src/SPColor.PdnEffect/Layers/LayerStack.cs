using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>The document as the plugin sees it: one layer to colour and the others to take colour from.</summary>
internal sealed class LayerStack
{
    // Enough to see one small coloured thing, little enough for a layer of 100 MP.
    private const int LookSide = 128;

    private readonly IPictureFiles _files;

    /// <summary>Takes the layers, bottom first, and which of them is active.</summary>
    public LayerStack(IReadOnlyList<LayerInfo> layers, int active, IPictureFiles files)
    {
        _files = files;
        Active = layers[active];
        References = [.. layers.Where(layer => layer != Active).Reverse().Select(layer => new LayerReference(layer))];
    }

    /// <summary>The grey photo.</summary>
    public LayerInfo Active { get; }

    /// <summary>Every other layer, top first as in the Layers window, hidden ones too.</summary>
    public IReadOnlyList<LayerReference> References { get; }

    /// <summary>The first layer that is shown and has colour; null where there is none. Slow: not for the UI thread.</summary>
    public LayerReference? FindDefault(CancellationToken cancellationToken) =>
        References.FirstOrDefault(reference => reference.Layer.IsShown && HasColor(reference, cancellationToken));

    /// <summary>
    /// The reference that a key of this or another document means: the layer with that name, at best at that place; a file by its
    /// path. Null if the layer is gone, or is now the one to be coloured.
    /// </summary>
    public IReference? Find(ReferenceKey key) =>
        key.LayerIndex is null
            ? new FileReference(key.Name, _files)
            : References
                .Where(reference => reference.Key.Name == key.Name)
                .MinBy(reference => Math.Abs((long)reference.Layer.Index - key.LayerIndex.Value));

    /// <summary>A picture file as a reference.</summary>
    public IReference File(string path) => new FileReference(path, _files);

    private static bool HasColor(LayerReference reference, CancellationToken cancellationToken)
    {
        if (OpaqueBounds.Find(reference.Layer.Pixels, cancellationToken) is not { } bounds)
            return false;
        CroppedSource picture = new(reference.Layer.Pixels, bounds);
        return ReferenceColor.HasColor(
            WorkingImageReader.Read(picture, WorkingSize.Fit(picture.Size, LookSide, longMayGrow: false), null, cancellationToken));
    }
}
