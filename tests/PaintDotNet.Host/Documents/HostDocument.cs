using System.Security.Cryptography;
using System.Runtime.InteropServices;
using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Host.Documents;

internal sealed class HostDocument(SizeInt32 size, List<HostLayer> layers) : RefTrackedObject, IBitmapEffectDocumentInfo
{
    private const double Dpi = 96;

    public IColorContext ColorContext => new HostColorContext();

    public IReadOnlyList<IBitmapEffectLayerInfo> Layers => layers;

    IReadOnlyList<IEffectLayerInfo> IEffectDocumentInfo.Layers => layers;

    public List<HostLayer> HostLayers => layers;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public Resolution Resolution => new(Dpi);

    public SizeInt32 Size => size;

    public IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat) => HostInputBitmap.Create(Flatten(), pixelFormat);

    /// <summary>A digest of all pixels: an effect that writes to its input changes it.</summary>
    public string PixelHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (HostLayer layer in layers)
        {
            for (int y = 0; y < size.Height; y++) hash.AppendData(MemoryMarshal.AsBytes(layer.Bitmap.Region.Rows[y].Span));
        }
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private MemoryBitmap<ColorBgra32> Flatten()
    {
        var flat = new MemoryBitmap<ColorBgra32>(size);
        foreach (HostLayer layer in layers.Where(layer => layer.Visible))
        {
            for (int y = 0; y < size.Height; y++)
            {
                Span<ColorBgra32> below = flat.Region.Rows[y].Span, above = layer.Bitmap.Region.Rows[y].Span;
                for (int x = 0; x < size.Width; x++) below[x] = PixelBlend.Over(below[x], above[x], layer.Opacity);
            }
        }
        return flat;
    }
}
