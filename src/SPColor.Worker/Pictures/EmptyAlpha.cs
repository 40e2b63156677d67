using System.Runtime.InteropServices;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>
/// Alpha that is zero everywhere over a picture: scanners and old Windows programs leave the fourth channel unset, and Windows shows
/// such files as opaque.
/// </summary>
internal static class EmptyAlpha
{
    /// <summary>The picture, made opaque where its alpha says nothing; a note says so.</summary>
    /// <param name="picture">The picture; its pixels are changed in place.</param>
    /// <param name="path">The file, for the note.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static Picture TakeAsOpaque(Picture picture, string path, CancellationToken cancellationToken)
    {
        if (!picture.HasAlpha || !(picture.Pixels.Format == PixelFormat.Rgba16
            ? IsEmptyOverPicture<ushort>(MemoryMarshal.Cast<byte, ushort>(picture.Pixels.Bytes.AsSpan()))
            : IsEmptyOverPicture<byte>(picture.Pixels.Bytes)))
            return picture;
        for (int y = 0; y < picture.Pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<byte> row = picture.Pixels.Row(y);
            if (picture.Pixels.Format == PixelFormat.Rgba16)
                Fill(MemoryMarshal.Cast<byte, ushort>(row), ushort.MaxValue);
            else
                Fill(row, byte.MaxValue);
        }
        return picture with
        {
            HasAlpha = false,
            Notes = [.. picture.Notes, $"{path}: its transparency is zero everywhere, it is taken as opaque."],
        };
    }

    private static bool IsEmptyOverPicture<T>(ReadOnlySpan<T> samples)
        where T : unmanaged, IEquatable<T>
    {
        bool hasPicture = false;
        for (int i = 0; i < samples.Length; i += 4)
        {
            if (!samples[i + 3].Equals(default))
                return false;
            hasPicture |= !samples.Slice(i, 3).SequenceEqual(samples[..3]);
        }
        return hasPicture;
    }

    private static void Fill<T>(Span<T> row, T opaque)
    {
        for (int i = 3; i < row.Length; i += 4)
            row[i] = opaque;
    }
}
