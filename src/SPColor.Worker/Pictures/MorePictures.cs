namespace SPColor.Worker.Pictures;

/// <summary>What else a file holds: pictures that are not read and that an output in its place would destroy.</summary>
internal static class MorePictures
{
    private const ushort NumberOfImages = 0xB001;

    // A few bytes behind the picture are a camera's filling.
    private const int LeastTail = 64;

    /// <summary>Adds to a picture what stands beside it in a JPEG file: further pictures (CIPA DC-007), a film, anything behind its end.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file.</param>
    /// <param name="file">The whole file.</param>
    /// <param name="structure">Its markers.</param>
    public static Picture OfJpeg(Picture picture, string path, byte[] file, JpegStructure structure)
    {
        ReadOnlySpan<byte> tail = file.AsSpan(structure.End).TrimEnd((byte)0);
        uint pictures = Math.Max(JpegMetadata.PictureIndex(file) is { } index && IfdReader.TryOpen(index, out IfdReader directory)
            ? directory.Integer(NumberOfImages) ?? 0 : 0, tail.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? 2u : 1u);
        if (pictures > 1)
            return With(picture, path, pictures, "pictures");
        if (tail.Length < LeastTail)
            return picture;
        bool isFilm = tail[4..].StartsWith("ftyp"u8);
        string what = isFilm ? "the film behind its picture" : $"the {tail.Length:N0} bytes behind its picture";
        return picture with { Unread = what, Notes = isFilm ? [.. picture.Notes, $"{path}: {what} is not used."] : picture.Notes };
    }

    /// <summary>Adds the frames of an animated PNG.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file.</param>
    /// <param name="file">The whole file.</param>
    public static Picture OfPng(Picture picture, string path, ReadOnlyMemory<byte> file)
    {
        PngChunk control = PngChunks.Walk(file).FirstOrDefault(chunk => chunk.Name == "acTL" && chunk.Data.Length == 8);
        uint frames = control.Name is null ? 1 : System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(control.Data.Span);
        return frames > 1 ? With(picture, path, frames, "frames") : picture;
    }

    /// <summary>Says that only the first of several is used.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="path">The file.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="what">What they are, as "pages".</param>
    public static Picture With(Picture picture, string path, long count, string what) => picture with
    {
        Unread = $"the other {count - 1} of its {count} {what}",
        Notes = [.. picture.Notes, $"{path}: only the first of its {count} {what} is used."],
    };
}
