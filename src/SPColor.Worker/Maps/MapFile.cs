using SPColor.Core.Files;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Maps;

/// <summary>Writes a map: an opaque picture without anybody's metadata, marked as ours.</summary>
internal static class MapFile
{
    private const string Maker = "SPColor map";

    private static readonly PictureText _mark = new("Software", Maker);

    public static void Save(PixelBuffer map, string path, CancellationToken cancellationToken) =>
        ImageFile.Save(
            new Picture(map, HasAlpha: false, PictureMetadata.None with { Texts = [_mark] }), path, new SaveOptions(), cancellationToken);

    /// <summary>A name in the current folder that is free, or taken by a map of ours: nothing else is replaced without being named.</summary>
    /// <param name="name">Without ending.</param>
    /// <param name="cancellationToken">Stops the looking.</param>
    /// <returns>NAME.png, else NAME-2.png, ….</returns>
    public static string FreeName(string name, CancellationToken cancellationToken)
    {
        for (int i = 1; ; i++)
        {
            string path = i == 1 ? $"{name}.png" : $"{name}-{i}.png";
            if (!Path.Exists(path) || IsMap(path, cancellationToken))
                return path;
        }
    }

    private static bool IsMap(string path, CancellationToken cancellationToken)
    {
        try
        {
            // A link or a device is nobody's map.
            if (new FileInfo(path) is not { LinkTarget: null, Length: > 0 })
                return false;
            using FileStream file = InputFile.Open(path, cancellationToken);
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes.AsSpan().StartsWith(PngChunks.Signature) && PngMetadata.Read(bytes).Texts.Contains(_mark);
        }
        catch (Exception error) when (FileErrors.Explains(error) || error is Core.SPColorException or EndOfStreamException)
        {
            return false;
        }
    }
}
