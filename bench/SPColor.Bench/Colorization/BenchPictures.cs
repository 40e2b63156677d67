using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Bench.Colorization;

/// <summary>Photos to measure colour with.</summary>
internal static class BenchPictures
{
    private const double CropShare = 0.85;
    private static readonly string[] _kinds = [".jpg", ".jpeg", ".png"];

    /// <summary>The picture files of a folder, in the order of their names.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => _kinds.Contains(Path.GetExtension(path).ToLowerInvariant())).Order(StringComparer.Ordinal);

    /// <summary>Real pairs: NNN_target.* with NNN_reference.*.</summary>
    public static IEnumerable<(PixelBuffer Target, PixelBuffer Reference)> Pairs(string folder) => In(folder)
        .Where(path => Path.GetFileName(path).Contains("_target", StringComparison.Ordinal))
        .Select(target => (Target: target, Reference: target.Replace("_target", "_reference", StringComparison.Ordinal)))
        .Where(pair => File.Exists(pair.Reference))
        .Select(pair => (ImageFile.Load(pair.Target).Pixels, ImageFile.Load(pair.Reference).Pixels));

    /// <summary>The middle 85 % of a photo, mirrored.</summary>
    public static PixelBuffer MirroredCrop(PixelBuffer photo)
    {
        var size = new GridSize((int)(photo.Size.Width * CropShare), (int)(photo.Size.Height * CropShare));
        int left = (photo.Size.Width - size.Width) / 2, top = (photo.Size.Height - size.Height) / 2, bytes = photo.Format.BytesPerPixel();
        var crop = new PixelBuffer(size, photo.Format);
        for (int y = 0; y < size.Height; y++)
            for (int x = 0; x < size.Width; x++)
                photo.Row(top + y).Slice((left + size.Width - 1 - x) * bytes, bytes).CopyTo(crop.Row(y)[(x * bytes)..]);
        return crop;
    }
}
