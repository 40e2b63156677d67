using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class TiffReaderTests
{
    [Fact]
    public void Grey_8_bit() => Assert.Equal([1, 1, 1, 255, 200, 200, 200, 255], Read(2, 1, 8, 1, Photometric.MINISBLACK, [1, 200]));

    [Fact]
    public void Grey_where_0_is_white() => Assert.Equal([254, 254, 254, 255, 55, 55, 55, 255], Read(2, 1, 8, 1, Photometric.MINISWHITE, [1, 200]));

    [Fact]
    public void Grey_16_bit_in_all_65536_steps()
    {
        ushort[] greys = [.. Enumerable.Range(0, 65536).Select(grey => (ushort)grey)];
        byte[] pixels = Read(256, 256, 16, 1, Photometric.MINISBLACK, MemoryMarshal.AsBytes<ushort>(greys).ToArray());
        Assert.Equal(greys.SelectMany(grey => new[] { grey, grey, grey, ushort.MaxValue }), MemoryMarshal.Cast<byte, ushort>(pixels).ToArray());
    }

    [Fact]
    public void Associated_alpha_is_divided_out() =>
        Assert.Equal([255, 128, 0, 100, 0, 0, 0, 0], Read(2, 1, 8, 4, Photometric.RGB, [100, 50, 0, 100, 0, 0, 0, 0], tiff => Extra(tiff, ExtraSample.ASSOCALPHA)));

    [Fact]
    public void Unassociated_alpha_is_kept() =>
        Assert.Equal([90, 50, 10, 100], Read(1, 1, 8, 4, Photometric.RGB, [90, 50, 10, 100], tiff => Extra(tiff, ExtraSample.UNASSALPHA)));

    [Fact]
    public void A_channel_of_unknown_meaning_is_left_out() =>
        Assert.Equal([90, 50, 10, 255], Read(1, 1, 8, 4, Photometric.RGB, [90, 50, 10, 100], tiff => Extra(tiff, ExtraSample.UNSPECIFIED)));

    [Fact]
    public void Grey_with_alpha() =>
        Assert.Equal([90, 90, 90, 7], Read(1, 1, 8, 2, Photometric.MINISBLACK, [90, 7], tiff => Extra(tiff, ExtraSample.UNASSALPHA)));

    [Fact]
    public void Palette()
    {
        short[] red = new short[256], green = new short[256], blue = new short[256];
        (red[9], green[9], blue[9]) = (unchecked((short)0xFFFF), 0x1234, 0x0A0A);
        Assert.Equal([255, 0x12, 0x0A, 255, 0, 0, 0, 255], Read(2, 1, 8, 1, Photometric.PALETTE, [9, 0], tiff => tiff.SetField(TiffTag.COLORMAP, red, green, blue)));
    }

    [Fact]
    public void Planes_apart()
    {
        byte[] file = Make(tiff =>
        {
            Header(tiff, 2, 1, 8, 3, Photometric.RGB);
            tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.SEPARATE);
            tiff.SetField(TiffTag.ROWSPERSTRIP, 1);
            tiff.WriteScanline([1, 4], 0, 0);
            tiff.WriteScanline([2, 5], 0, 1);
            tiff.WriteScanline([3, 6], 0, 2);
        });
        Assert.Equal([1, 2, 3, 255, 4, 5, 6, 255], Samples.Loaded(file).Pixels.Bytes);
    }

    [Fact]
    public void Tiles()
    {
        byte[] file = Make(tiff =>
        {
            Header(tiff, 20, 18, 8, 1, Photometric.MINISBLACK);
            tiff.SetField(TiffTag.TILEWIDTH, 16);
            tiff.SetField(TiffTag.TILELENGTH, 16);
            for (int tile = 0; tile < 4; tile++)
                tiff.WriteEncodedTile(tile, [.. Enumerable.Range(0, 256).Select(i => (byte)((((tile / 2 * 16) + (i / 16)) * 20) + (tile % 2 * 16) + (i % 16)))], 256);
        });
        byte[] pixels = Samples.Loaded(file).Pixels.Bytes;
        Assert.Equal(Enumerable.Range(0, 360).Select(i => (byte)i), pixels.Where((_, i) => i % 4 == 0));
    }

    [Theory]
    [InlineData(Compression.LZW)]
    [InlineData(Compression.ADOBE_DEFLATE)]
    [InlineData(Compression.PACKBITS)]
    public void Compressions(Compression compression)
    {
        byte[] row = [.. Enumerable.Range(0, 300).Select(i => (byte)(i / 3))];
        byte[] pixels = Read(300, 1, 8, 1, Photometric.MINISBLACK, row, tiff => tiff.SetField(TiffTag.COMPRESSION, compression));
        Assert.Equal(row, pixels.Where((_, i) => i % 4 == 0));
    }

    [Fact]
    public void JPEG_inside_becomes_RGB()
    {
        byte[] red = [.. Enumerable.Repeat(new byte[] { 200, 30, 40 }, 256).SelectMany(pixel => pixel)];
        byte[] file = Make(tiff =>
        {
            Header(tiff, 16, 16, 8, 3, Photometric.YCBCR);
            tiff.SetField(TiffTag.COMPRESSION, Compression.JPEG);
            tiff.SetField(TiffTag.JPEGCOLORMODE, JpegColorMode.RGB);
            tiff.SetField(TiffTag.ROWSPERSTRIP, 16);
            for (int y = 0; y < 16; y++)
                tiff.WriteScanline(red, y * 48, y, 0);
        });
        byte[] pixels = Samples.Loaded(file).Pixels.Bytes;
        // Quantisation at LibTiff's quality 75 of an even area.
        const int JpegError = 6;
        Assert.InRange(pixels[0], 200 - JpegError, 200 + JpegError);
        Assert.InRange(pixels[1], 30 - JpegError, 30 + JpegError);
        Assert.InRange(pixels[2], 40 - JpegError, 40 + JpegError);
    }

    [Fact]
    public void CMYK_has_the_right_colours() =>
        Assert.Equal(
            [0, 255, 255, 255, 255, 0, 255, 255, 255, 255, 0, 255, 0, 0, 0, 255],
            Read(4, 1, 8, 4, Photometric.SEPARATED, [255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255]));

    [Fact]
    public void One_bit_becomes_black_and_white() =>
        Assert.Equal([255, 255, 255, 255, 0, 0, 0, 255], Read(2, 1, 1, 1, Photometric.MINISBLACK, [0b1000_0000]));

    [Fact]
    public void Floating_point_is_refused()
    {
        using TempFolder folder = new();
        string path = folder.Put("float.tif", Make(tiff =>
        {
            Header(tiff, 1, 1, 32, 1, Photometric.MINISBLACK);
            tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.IEEEFP);
            tiff.WriteScanline(new byte[4], 0);
        }));
        Assert.EndsWith("save it as 8- or 16-bit RGB.", Samples.Refusal(path, () => ImageFile.Load(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Lab_is_refused()
    {
        using TempFolder folder = new();
        string path = folder.Put("lab.tif", Make(tiff =>
        {
            Header(tiff, 1, 1, 8, 3, Photometric.CIELAB);
            tiff.WriteScanline(new byte[3], 0);
        }));
        Assert.Contains("CIELAB", Samples.Refusal(path, () => ImageFile.Load(path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Further_pages_are_left_out_and_that_is_said()
    {
        byte[] file = Make(tiff =>
        {
            for (byte page = 1; page <= 2; page++)
            {
                Header(tiff, 1, 1, 8, 1, Photometric.MINISBLACK);
                tiff.WriteScanline([page], 0);
                tiff.WriteDirectory();
            }
        });
        Picture picture = Samples.Loaded(file);
        Assert.Equal(1, picture.Pixels.Bytes[0]);
        Assert.Contains("only the first of its", Assert.Single(picture.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, Photometric.MINISBLACK)]
    [InlineData(1, Photometric.MINISBLACK)]
    public void Orientation_is_applied_whoever_converts(int bits, Photometric photometric)
    {
        byte[] rows = bits == 1 ? [0b0100_0000] : [0, 255];
        byte[] pixels = Read(2, 1, bits, 1, photometric, rows, tiff => tiff.SetField(TiffTag.ORIENTATION, Orientation.TOPRIGHT));
        Assert.Equal([255, 0], [pixels[0], pixels[4]]);
    }

    private static byte[] Read(int width, int height, int bits, int samples, Photometric photometric, byte[] rows, Action<Tiff>? more = null) =>
        Samples.Loaded(Make(tiff =>
        {
            Header(tiff, width, height, bits, samples, photometric);
            more?.Invoke(tiff);
            int length = rows.Length / height;
            for (int y = 0; y < height; y++)
                tiff.WriteScanline(rows[(y * length)..((y + 1) * length)], y);
        })).Pixels.Bytes;

    private static void Extra(Tiff tiff, ExtraSample kind) => tiff.SetField(TiffTag.EXTRASAMPLES, 1, new[] { (short)kind });

    internal static void Header(Tiff tiff, int width, int height, int bits, int samples, Photometric photometric)
    {
        tiff.SetField(TiffTag.IMAGEWIDTH, width);
        tiff.SetField(TiffTag.IMAGELENGTH, height);
        tiff.SetField(TiffTag.BITSPERSAMPLE, bits);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, samples);
        tiff.SetField(TiffTag.PHOTOMETRIC, photometric);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
    }

    private static byte[] Make(Action<Tiff> fill)
    {
        using MemoryStream file = new();
        TiffAccess.Write(file, fill);
        return file.ToArray();
    }
}
