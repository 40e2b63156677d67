using System.Runtime.InteropServices;
using SPColor.Core.Imaging;
using SPColor.Worker.Pictures;

namespace SPColor.Worker.Tests.Pictures;

public class GreyProfileTests
{
    // Skia gives the curve as half floats, 11 significant bits.
    private const double HalfFloatError = 1.0 / 1024;

    [Theory]
    [InlineData(PixelFormat.Rgba8, 0.5 / 255)]
    [InlineData(PixelFormat.Rgba16, 0.5 / 65535)]
    public void A_gamma_becomes_sRGB(PixelFormat format, double rounding)
    {
        const double Gamma = 1.8;
        PixelBuffer ramp = new(new GridSize(256, 1), format);
        for (int i = 0; i < 256; i++)
        {
            Span<byte> pixel = ramp.Bytes.AsSpan(i * format.BytesPerPixel(), format.BytesPerPixel());
            pixel.Fill((byte)i);
            pixel[^(pixel.Length / 4)..].Fill(77);
        }
        GreyProfile.ToSrgb(ramp, SampleProfiles.Grey(Gamma), TestContext.Current.CancellationToken);
        for (int i = 0; i < 256; i++)
        {
            double linear = Math.Pow(i / 255.0, Gamma);
            double expected = linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
            for (int channel = 0; channel < 3; channel++)
                Assert.Equal(expected, Value(ramp, (4 * i) + channel), rounding + HalfFloatError);
            Assert.Equal(77 / 255.0, Value(ramp, (4 * i) + 3), 1e-9);
        }
    }

    [Fact]
    public void A_scan_with_a_grey_profile_arrives_as_sRGB_without_it()
    {
        ushort[] greys = [.. Enumerable.Range(0, 256).Select(i => (ushort)(i * 257))];
        byte[] plain = SamplePng.Deep(new GridSize(256, 1), 0, greys);
        using MemoryStream file = new();
        PngMetadata.Write(file, plain, new PictureMetadata(SampleProfiles.Grey(1.0)));
        Picture picture = Samples.Loaded(file.ToArray());
        Assert.Null(picture.Metadata.IccProfile);
        // Linear 0.5 is sRGB 0.735.
        Assert.Equal(0.7361, Value(picture.Pixels, 4 * 128), 2 * HalfFloatError);
    }

    private static double Value(PixelBuffer pixels, int i) => pixels.Format == PixelFormat.Rgba16
        ? MemoryMarshal.Cast<byte, ushort>(pixels.Bytes.AsSpan())[i] / 65535.0
        : pixels.Bytes[i] / 255.0;
}
