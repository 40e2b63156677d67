using SPColor.Core.Imaging;

namespace SPColor.PdnEffect.Layers;

/// <summary>Something that colours may come from: another layer, or a picture file.</summary>
internal interface IReference
{
    /// <summary>What finds it again in another document.</summary>
    ReferenceKey Key { get; }

    /// <summary>What the list calls it.</summary>
    string Label { get; }

    /// <summary>Its picture, without the transparent sheet around it. Slow: not for the UI thread.</summary>
    /// <exception cref="Core.SPColorException">It is empty or cannot be read.</exception>
    IPixelSource Open(CancellationToken cancellationToken);
}

/// <summary>Names a reference beyond one document: settings hold it, never a layer itself.</summary>
/// <param name="LayerIndex">Place of the layer; null: a file.</param>
/// <param name="Name">The layer's name or the file's path.</param>
internal sealed record ReferenceKey(int? LayerIndex, string Name);

/// <summary>Reads picture files; the window has the decoder.</summary>
internal interface IPictureFiles
{
    /// <summary>The whole picture, upright.</summary>
    /// <exception cref="Core.SPColorException">It cannot be read; the message names the file and the cure.</exception>
    IPixelSource Read(string path, CancellationToken cancellationToken);
}
