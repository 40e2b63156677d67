using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SPColor.Core.Imaging;

namespace SPColor.Worker.Pictures;

/// <summary>Writes RGB and RGBA TIFF files of 8 or 16 bits, LZW with horizontal differencing, which every reader since 1992 knows.</summary>
internal static class TiffWriter
{
    private const int StripBytes = 1 << 18;

    /// <summary>Writes a picture.</summary>
    /// <param name="output">Where to; can be read and sought too.</param>
    /// <param name="picture">Rgba8 or Rgba16. All metadata are written.</param>
    /// <param name="cancellationToken">Checked for every row.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static void Write(Stream output, Picture picture, CancellationToken cancellationToken)
    {
        TiffAccess.Write(output, tiff => Write(tiff, picture, cancellationToken));
        TiffDirectory added = TiffExif.Read(picture.Metadata.Exif);
        foreach (TiffEntry entry in ExifText.Entries(picture.Metadata, added.Entries.Keys, out _).Entries.Values)
            added.Add(entry);
        if (picture.Metadata.Xmp is { } xmp)
            added.Add(ExifText.OfXmp(xmp));
        TiffExif.AddTo(output, added);
    }

    private static void Write(Tiff tiff, Picture picture, CancellationToken cancellationToken)
    {
        PixelBuffer pixels = picture.Pixels;
        int samples = picture.HasAlpha ? 4 : 3;
        int sampleLength = pixels.Format == PixelFormat.Rgba16 ? 2 : 1;
        byte[] row = new byte[pixels.Size.Width * samples * sampleLength];
        SetHeader(tiff, picture, samples, sampleLength, Math.Max(1, StripBytes / row.Length));
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sampleLength == 2)
                Pack<ushort>(MemoryMarshal.Cast<byte, ushort>(pixels.Row(y)), MemoryMarshal.Cast<byte, ushort>(row), samples);
            else
                Pack<byte>(pixels.Row(y), row, samples);
            if (!tiff.WriteScanline(row, y))
                throw new IOException("LibTiff cannot write a row");
        }
    }

    private static void SetHeader(Tiff tiff, Picture picture, int samples, int sampleLength, int rowsPerStrip)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, picture.Pixels.Size.Width);
        tiff.SetField(TiffTag.IMAGELENGTH, picture.Pixels.Size.Height);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 8 * sampleLength);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, samples);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.RGB);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.ORIENTATION, Orientation.TOPLEFT);
        tiff.SetField(TiffTag.COMPRESSION, Compression.LZW);
        tiff.SetField(TiffTag.PREDICTOR, Predictor.HORIZONTAL);
        tiff.SetField(TiffTag.ROWSPERSTRIP, rowsPerStrip);
        if (samples == 4)
            tiff.SetField(TiffTag.EXTRASAMPLES, 1, new[] { (short)ExtraSample.UNASSALPHA });
        if (picture.Metadata.IccProfile is { } profile)
            tiff.SetField(TiffTag.ICCPROFILE, profile.Length, profile);
        if (picture.Metadata.Resolution is null && picture.Metadata.Aspect is { } shape)
        {
            tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.NONE);
            tiff.SetField(TiffTag.XRESOLUTION, shape.X);
            tiff.SetField(TiffTag.YRESOLUTION, shape.Y);
        }
        if (picture.Metadata.Resolution is { } resolution)
        {
            tiff.SetField(TiffTag.RESOLUTIONUNIT, ResUnit.INCH);
            tiff.SetField(TiffTag.XRESOLUTION, resolution.X);
            tiff.SetField(TiffTag.YRESOLUTION, resolution.Y);
        }
    }

    private static void Pack<T>(ReadOnlySpan<T> source, Span<T> row, int samples)
    {
        for (int from = 0, to = 0; from < source.Length; from += 4, to += samples)
            source.Slice(from, samples).CopyTo(row[to..]);
    }
}
