using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Maps;

/// <summary>Writes a map: an opaque picture without anybody's metadata.</summary>
internal static class MapFile
{
    public static void Save(PixelBuffer map, string path, CancellationToken cancellationToken) =>
        ImageFile.Save(new Picture(map, HasAlpha: false, PictureMetadata.None), path, new SaveOptions(), cancellationToken);
}
