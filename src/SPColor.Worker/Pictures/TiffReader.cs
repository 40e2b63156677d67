using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SPColor.Core;
using SPColor.Core.Imaging;
using SPColor.Worker.Profiles;

namespace SPColor.Worker.Pictures;

/// <summary>
/// Reads the first page of TIFF files with 8 and 16 bits per channel; other kinds where LibTiff converts them to 8-bit RGB itself.
/// </summary>
internal static class TiffReader
{
    private const int UnitNone = 1;
    private const int UnitInch = 2;
    private const int UnitCentimetre = 3;

    /// <summary>Reads the picture, not yet turned upright.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="path">The file, for messages.</param>
    /// <param name="cancellationToken">Checked for every row or tile.</param>
    /// <returns>The picture as stored, and its orientation, 1…8.</returns>
    /// <exception cref="SPColorException">Too large, damaged, truncated, or of a kind that is not read.</exception>
    public static (Picture Picture, int Orientation) Read(Stream stream, string path, CancellationToken cancellationToken)
    {
        try
        {
            using Tiff tiff = TiffAccess.Read(stream) ?? throw TiffKinds.Refusal(stream, path);
            int pages = TiffPages.SelectFirst(tiff);
            TiffKinds.Check(tiff, path);
            TiffLayout layout = TiffLayout.Read(tiff, path);
            int orientation = tiff.Whole(TiffTag.ORIENTATION);
            Resolution? resolution = ReadResolution(tiff);
            TiffMetadata says = TiffMetadata.Read(stream, tiff.CurrentDirOffset(), orientation, resolution);
            PictureMetadata metadata = says.Metadata with { IccProfile = tiff.Profile(), Aspect = ReadShape(tiff) };
            PixelBuffer pixels = layout.IsDirect
                ? ReadSamples(tiff, layout, path, cancellationToken)
                : Convert(tiff, layout, path, cancellationToken);
            if (layout.IsInks)
                InkTable.Read(metadata.IccProfile!, path, cancellationToken).ToSrgb(pixels, cancellationToken);
            bool hasAlpha = layout is { IsDirect: true, IsInks: false, AlphaSample: >= 0 };
            Picture picture = new(pixels, hasAlpha, metadata) { Unread = says.HasLayers ? "its Photoshop layers" : null };
            if (layout.Photometric == Photometric.SEPARATED && !layout.IsInks)
                picture = Inks.Plain(picture, path);
            picture = TiffDepth.Stretch(picture, layout, says.MostSample, path, cancellationToken);
            return (pages > 1 ? MorePictures.With(picture, path, pages, "pages") : picture, orientation);
        }
        catch (Exception error) when (error is not (SPColorException or OperationCanceledException or OutOfMemoryException or IOException))
        {
            // LibTiff answers a damaged file with whatever it trips over: index, null, overflow, format.
            throw PictureErrors.Damaged(path, error);
        }
    }

    private static PixelBuffer ReadSamples(Tiff tiff, TiffLayout layout, string path, CancellationToken cancellationToken)
    {
        PixelBuffer pixels = new(layout.Size, layout.Format);
        TiffSamples samples = new(tiff, layout, pixels, path);
        for (int plane = 0; plane < (layout.IsPlanar ? layout.Samples : 1); plane++)
        {
            bool isWhole = tiff.IsTiled()
                ? ReadTiles(tiff, layout, samples, plane, cancellationToken)
                : ReadRows(tiff, layout, samples, plane, cancellationToken);
            if (!isWhole)
                throw PictureErrors.Damaged(path);
        }
        for (int y = 0; y < layout.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            samples.Finish(y);
        }
        return pixels;
    }

    private static bool ReadRows(Tiff tiff, TiffLayout layout, TiffSamples samples, int plane, CancellationToken cancellationToken)
    {
        byte[] row = new byte[tiff.ScanlineSize()];
        for (int y = 0; y < layout.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!tiff.ReadScanline(row, y, (short)plane))
                return false;
            samples.Store(row, plane, 0, y, layout.Size.Width);
        }
        return true;
    }

    private static bool ReadTiles(Tiff tiff, TiffLayout layout, TiffSamples samples, int plane, CancellationToken cancellationToken)
    {
        int width = tiff.Whole(TiffTag.TILEWIDTH);
        int height = tiff.Whole(TiffTag.TILELENGTH);
        if (width <= 0 || height <= 0)
            return false;
        byte[] tile = new byte[tiff.TileSize()];
        int rowLength = tiff.TileRowSize();
        for (int top = 0; top < layout.Size.Height; top += height)
        {
            for (int left = 0; left < layout.Size.Width; left += width)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (tiff.ReadTile(tile, 0, left, top, 0, (short)plane) < 0)
                    return false;
                int count = Math.Min(width, layout.Size.Width - left);
                for (int y = 0; y < Math.Min(height, layout.Size.Height - top); y++)
                    samples.Store(tile.AsSpan(y * rowLength, rowLength), plane, left, top + y, count);
            }
        }
        return true;
    }

    private static PixelBuffer Convert(Tiff tiff, TiffLayout layout, string path, CancellationToken cancellationToken)
    {
        // LibTiff takes Lab too, but its colours come out visibly too bright.
        bool isLab = layout.Photometric is Photometric.CIELAB or Photometric.ICCLAB or Photometric.ITULAB;
        if (isLab || !tiff.RGBAImageOK(out _))
        {
            throw PictureErrors.Unsupported(path, $"TIFF with {layout.Bits}-bit {layout.Photometric} samples");
        }
        // The raster is wanted as stored, like that of the other path.
        tiff.SetField(TiffTag.ORIENTATION, Orientation.TOPLEFT);
        int[] raster = new int[layout.Size.Count];
        (int width, int height) = layout.Size;
        if (!Abandonable.Run(() => tiff.ReadRGBAImageOriented(width, height, raster, Orientation.TOPLEFT, true), cancellationToken))
            throw PictureErrors.Damaged(path);
        PixelBuffer pixels = new(layout.Size, PixelFormat.Rgba8);
        MemoryMarshal.AsBytes<int>(raster).CopyTo(pixels.Bytes);
        for (int i = 3; i < pixels.Bytes.Length; i += 4)
            pixels.Bytes[i] = byte.MaxValue;
        return pixels;
    }

    private static Resolution? ReadShape(Tiff tiff) =>
        tiff.Whole(TiffTag.RESOLUTIONUNIT) == UnitNone && tiff.Number(TiffTag.XRESOLUTION) is { } x && tiff.Number(TiffTag.YRESOLUTION) is { } y && x != y
            ? Resolution.Sane(x, y)
            : null;

    private static Resolution? ReadResolution(Tiff tiff)
    {
        int unit = tiff.Whole(TiffTag.RESOLUTIONUNIT);
        double inches = unit == UnitCentimetre ? Resolution.CentimetresPerInch : 1;
        return unit is UnitInch or UnitCentimetre && tiff.Number(TiffTag.XRESOLUTION) is { } x && tiff.Number(TiffTag.YRESOLUTION) is { } y
            ? Resolution.Sane(x * inches, y * inches)
            : null;
    }
}
