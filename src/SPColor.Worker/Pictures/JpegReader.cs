using SPColor.Core;

namespace SPColor.Worker.Pictures;

/// <summary>Reads JPEG files: whole ones by Skia; of the others, those that lack nothing but the end marker.</summary>
internal static class JpegReader
{
    private const int Progressive = 0xC2;
    private const int Lossless = 0xC3;
    private const int JpegLs = 0xF7;
    private const int Bits = 8;
    private const int PaddingLength = 4096;

    // A block of 64 samples takes at least a bit, and the coarsest component holds one block for 16 of another.
    private const int MostPixelsPerByte = 64 * 16 * 8;

    /// <summary>Reads the picture, not yet turned upright.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="file">The whole file.</param>
    /// <param name="structure">Its markers.</param>
    /// <param name="profile">Kind of the profile in the file.</param>
    /// <param name="cancellationToken">Stops the waiting for Skia.</param>
    /// <exception cref="SPColorException">Too large, damaged, truncated, or of a kind that is not read.</exception>
    public static Picture Read(string path, byte[] file, JpegStructure structure, ProfileKind profile, CancellationToken cancellationToken)
    {
        Check(path, structure);
        if (structure.HasEnd)
            return SkiaReader.Read(path, file, profile, cancellationToken);
        if (structure.Frame == Progressive || !structure.HasAllScans)
            throw PictureErrors.Truncated(path);
        // Where every pixel is there, what follows the last one does not matter.
        Picture picture = SkiaReader.Read(path, Padded(file, 0), profile, cancellationToken);
        Picture other = SkiaReader.Read(path, Padded(file, 0xA5), profile, cancellationToken);
        if (!picture.Pixels.Bytes.AsSpan().SequenceEqual(other.Pixels.Bytes))
            throw PictureErrors.Truncated(path);
        return picture with { Notes = [.. picture.Notes, $"{path}: its end marker is missing, the picture is whole."] };
    }

    private static void Check(string path, JpegStructure structure)
    {
        if (structure.Frame == 0 || structure.ScanLength == 0)
            throw structure.HasEnd ? PictureErrors.Damaged(path) : PictureErrors.Truncated(path);
        if (Variety(structure) is { } variety)
            throw PictureErrors.Unsupported(path, variety);
        if ((long)structure.Width * structure.Height > structure.ScanLength * MostPixelsPerByte)
            throw structure.HasEnd ? PictureErrors.Damaged(path) : PictureErrors.Truncated(path);
    }

    private static string? Variety(JpegStructure structure) => structure.Frame switch
    {
        Lossless or 0xCB => "lossless JPEG",
        0xC5 or 0xC6 or 0xC7 or 0xCD or 0xCE or 0xCF => "hierarchical JPEG",
        JpegLs => "JPEG-LS",
        _ when structure.Bits != Bits => $"{structure.Bits}-bit JPEG",
        _ => null,
    };

    private static byte[] Padded(byte[] file, byte padding)
    {
        int length = file[^1] == 0xFF ? file.Length - 1 : file.Length;
        byte[] padded = new byte[length + PaddingLength + 2];
        file.AsSpan(0, length).CopyTo(padded);
        padded.AsSpan(length, PaddingLength).Fill(padding);
        (padded[^2], padded[^1]) = (0xFF, 0xD9);
        return padded;
    }
}
