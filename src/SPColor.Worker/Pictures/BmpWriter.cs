using System.Buffers.Binary;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Writes 24-bit Windows bitmaps, for which Skia has no encoder.</summary>
internal static class BmpWriter
{
    private const int BytesPerPixel = 3;
    private const int PictureIntent = 4;

    /// <summary>Writes a picture; alpha is left out. A profile makes the header a version 5 one.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="pixels">Rgba8.</param>
    /// <param name="metadata">Resolution and profile are written.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    public static void Write(Stream output, PixelBuffer pixels, PictureMetadata metadata, CancellationToken cancellationToken)
    {
        int stride = ((pixels.Size.Width * BytesPerPixel) + 3) & ~3;
        output.Write(Header(pixels.Size, (uint)(stride * (long)pixels.Size.Height), metadata));
        byte[] row = new byte[stride];
        for (int y = pixels.Size.Height - 1; y >= 0; y--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<byte> source = pixels.Row(y);
            for (int x = 0; x < pixels.Size.Width; x++)
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = (source[(4 * x) + 2], source[(4 * x) + 1], source[4 * x]);
            output.Write(row);
        }
        output.Write(metadata.IccProfile);
    }

    private static byte[] Header(GridSize size, uint imageLength, PictureMetadata metadata)
    {
        int headerLength = metadata.IccProfile is null ? BmpMetadata.InfoHeader : BmpMetadata.V5Header;
        byte[] file = new byte[BmpMetadata.FileHeader + headerLength];
        uint profileLength = (uint)(metadata.IccProfile?.Length ?? 0);
        "BM"u8.CopyTo(file);
        Put(file, 2, (uint)file.Length + imageLength + profileLength);
        Put(file, 10, (uint)file.Length);
        Span<byte> header = file.AsSpan(BmpMetadata.FileHeader);
        Put(header, 0, (uint)headerLength);
        Put(header, 4, (uint)size.Width);
        Put(header, 8, (uint)size.Height);
        Put(header, 12, 1 | ((8 * BytesPerPixel) << 16));
        Put(header, 20, imageLength);
        Put(header, 24, PerMetre(metadata.Resolution?.X));
        Put(header, 28, PerMetre(metadata.Resolution?.Y));
        if (metadata.IccProfile is not null)
        {
            Put(header, 56, BmpMetadata.ProfileEmbedded);
            Put(header, 108, PictureIntent);
            Put(header, 112, (uint)headerLength + imageLength);
            Put(header, 116, profileLength);
        }
        return file;
    }

    private static uint PerMetre(double? perInch) => perInch is { } value ? (uint)Math.Round(value / Resolution.MetresPerInch) : 0;

    private static void Put(Span<byte> header, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(header[at..], value);
}
