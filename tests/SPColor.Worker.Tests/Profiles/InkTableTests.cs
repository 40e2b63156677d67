using BitMiracle.LibTiff.Classic;
using SPColor.Worker.Pictures;
using SPColor.Worker.Profiles;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Profiles;

public class InkTableTests
{
    // Steps of 8 bits: L*, a* and b* of the profile have 8 bits too.
    private const int Rounding = 3;

    private const int Side = 8;

    [Fact]
    public void Inks_look_as_the_profile_says()
    {
        byte[][] inks = [[0, 0, 0, 0], [255, 0, 0, 0], [0, 255, 0, 0], [0, 0, 255, 0], [0, 0, 0, 255], [128, 128, 0, 0], [0, 0, 128, 128]];
        Picture picture = Samples.Loaded(Tiff([.. inks.SelectMany(one => one)], inks.Length, SampleProfiles.Cmyk(Lab)));
        Assert.Empty(picture.Notes);
        Assert.False(picture.HasAlpha);
        Assert.Null(picture.Metadata.IccProfile);
        Assert.True(picture.Pixels.Space.IsSrgb);
        for (int i = 0; i < inks.Length; i++)
        {
            double[] amount = [.. inks[i].Select(ink => ink / 255.0)];
            byte[] expected = Srgb(Lab(amount[0], amount[1], amount[2], amount[3]));
            for (int channel = 0; channel < 4; channel++)
                Assert.InRange(picture.Pixels.Bytes[(4 * i) + channel], expected[channel] - Rounding, expected[channel] + Rounding);
        }
    }

    [Fact]
    public void A_TIFF_file_has_the_colours_of_a_JPEG_file()
    {
        byte[] inks = new byte[4 * Side * Side];
        new Random(3).NextBytes(inks);
        byte[] profile = SampleProfiles.Cmyk(Lab);
        using MemoryStream jpeg = new();
        JpegMetadata.Write(jpeg, FlatJpeg.Write(inks, Side), new PictureMetadata(profile));
        Picture fromJpeg = Samples.Loaded(jpeg.ToArray()), fromTiff = Samples.Loaded(Tiff(inks, Side, profile));
        for (int i = 0; i < Side * Side; i++)
        {
            ReadOnlySpan<byte> one = fromJpeg.Pixels.Row(i / Side * FlatJpeg.Block)[(4 * FlatJpeg.Block * (i % Side))..];
            for (int channel = 0; channel < 4; channel++)
                Assert.InRange(fromTiff.Pixels.Bytes[(4 * i) + channel], one[channel] - Rounding, one[channel] + Rounding);
        }
    }

    [Fact]
    public void Without_a_profile_the_inks_are_perfect_and_a_note_says_so()
    {
        byte[] inks = [255, 0, 0, 0, 0, 0, 0, 128];
        foreach (byte[]? profile in new[] { null, SampleProfiles.Rgb(), SampleProfiles.Cmyk(Lab)[..150] })
        {
            Picture picture = Samples.Loaded(Tiff(inks, 2, profile));
            Assert.Equal([0, 255, 255, 255, 127, 127, 127, 255], picture.Pixels.Bytes);
            Assert.Contains("how its inks look", Assert.Single(picture.Notes), StringComparison.Ordinal);
            Assert.True(picture.Pixels.Space.IsSrgb);
        }
        using MemoryStream other = new();
        JpegMetadata.Write(other, FlatJpeg.Write(inks, 2), new PictureMetadata(SampleProfiles.Rgb()));
        Picture odd = Samples.Loaded(other.ToArray());
        Assert.Contains("how its inks look", Assert.Single(odd.Notes), StringComparison.Ordinal);
        Assert.True(odd.Pixels.Space.IsSrgb);
        Picture jpeg = Samples.Loaded(File.ReadAllBytes(Samples.Fixture("generated-by-us-cmyk.jpg")));
        Assert.Contains("how its inks look", Assert.Single(jpeg.Notes), StringComparison.Ordinal);
    }

    // Three inks that take light away, each with a colour of its own, and black over them; dull enough for sRGB.
    private static (double L, double A, double B) Lab(double c, double m, double y, double k)
    {
        double light = 1 - (0.9 * k);
        return ((95 - (30 * c) - (35 * m) - (5 * y)) * light, ((-20 * c) + (35 * m)) * light, ((-25 * c) - (5 * m) + (45 * y)) * light);
    }

    // CIELAB of ICC's connection space is about D50.
    private static byte[] Srgb((double L, double A, double B) lab)
    {
        double f = (lab.L + 16) / 116;
        double x = 0.9642 * Inverse(f + (lab.A / 500)), y = Inverse(f), z = 0.8249 * Inverse(f - (lab.B / 200));
        double[] linear = [(3.1339 * x) - (1.6169 * y) - (0.4906 * z), (-0.9788 * x) + (1.9161 * y) + (0.0335 * z), (0.0719 * x) - (0.2290 * y) + (1.4052 * z)];
        return [.. linear.Select(v => (byte)Math.Round(255 * Math.Clamp(v <= 0.0031308 ? 12.92 * v : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055, 0, 1))), 255];

        static double Inverse(double t) => t > 6.0 / 29 ? t * t * t : (t - (4.0 / 29)) * 108 / 841;
    }

    private static byte[] Tiff(byte[] inks, int width, byte[]? profile)
    {
        using MemoryStream file = new();
        TiffAccess.Write(file, tiff =>
        {
            tiff.SetField(TiffTag.IMAGEWIDTH, width);
            tiff.SetField(TiffTag.IMAGELENGTH, inks.Length / 4 / width);
            tiff.SetField(TiffTag.BITSPERSAMPLE, 8);
            tiff.SetField(TiffTag.SAMPLESPERPIXEL, 4);
            tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.SEPARATED);
            tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
            tiff.SetField(TiffTag.ROWSPERSTRIP, inks.Length);
            if (profile is not null)
                tiff.SetField(TiffTag.ICCPROFILE, profile.Length, profile);
            for (int y = 0; y < inks.Length / 4 / width; y++)
                tiff.WriteScanline([.. inks.Skip(4 * width * y).Take(4 * width)], y);
        });
        return file.ToArray();
    }
}
