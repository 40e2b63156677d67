namespace SPColor.Worker.Pictures;

/// <summary>What of a picture's metadata a kind of file cannot hold.</summary>
internal static class MetadataLosses
{
    /// <summary>One entry for each thing that is left out, as "its XMP".</summary>
    /// <param name="metadata">What a picture carries.</param>
    /// <param name="format">The kind of the output.</param>
    public static IReadOnlyList<string> Of(PictureMetadata metadata, PictureFormat format) => [.. format switch
    {
        PictureFormat.Bmp => Everything(metadata),
        PictureFormat.Jpeg => TooLongForJpeg(metadata),
        PictureFormat.Png => [],
        _ => WithoutPlace(metadata),
    }];

    private static IEnumerable<string> Everything(PictureMetadata metadata)
    {
        if (metadata.Exif is not null)
            yield return "its EXIF";
        if (metadata.Xmp is not null)
            yield return "its XMP";
        if (metadata.Iptc is not null)
            yield return "its IPTC";
        if (metadata.Texts.Count > 0)
            yield return "its comments";
    }

    private static IEnumerable<string> TooLongForJpeg(PictureMetadata metadata)
    {
        foreach (string entry in ExifTrim.Lost(metadata.Exif, JpegMetadata.MaxExif))
            yield return entry;
        if (metadata.Xmp?.Length > JpegMetadata.MaxXmp)
            yield return $"its XMP of {metadata.Xmp.Length:N0} bytes";
        if (metadata.Iptc?.Length > JpegMetadata.MaxIptc)
            yield return $"its IPTC of {metadata.Iptc.Length:N0} bytes";
        foreach (PictureText text in metadata.Texts.Where(text => TextBytes.Utf8(text.WithKey).Length > JpegMetadata.MaxSegment))
            yield return $"the {text.Key.ToLowerInvariant()} of {text.Text.Length:N0} letters";
    }

    private static IEnumerable<string> WithoutPlace(PictureMetadata metadata)
    {
        ExifText.Entries(metadata, TiffExif.Tags(metadata.Exif), out IReadOnlyList<PictureText> lost);
        return lost.Select(text => $"the {text.Key.ToLowerInvariant()} \"{text.Text}\"");
    }
}
