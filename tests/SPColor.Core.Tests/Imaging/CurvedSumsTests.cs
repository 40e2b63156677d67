using SPColor.Core.Imaging;

namespace SPColor.Core.Tests.Imaging;

public sealed class CurvedSumsTests
{
    // Steps of 8 bits of the picture in the other space; those of 16 are too small to matter.
    private const float Rounding8 = 0.6f, Rounding16 = 0.01f;

    public static TheoryData<PixelFormat> Formats => [.. Pictures.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_picture_averages_alike_under_every_profile(PixelFormat format)
    {
        PixelBuffer plain = Pictures.Random(new(160, 96), format, 11, grey: true);
        RgbSpace space = SampleSpaces.Wide;
        int top = Pictures.Top(format);
        PixelBuffer other = Pictures.Paint(plain.Size, format, (x, y) =>
        {
            (int grey, _, _, int alpha) = Pictures.Get(plain, x, y);
            int level = space.Red.Level((float)LabReference.Linear((double)grey / top), top);
            return (level, level, level, alpha);
        });
        other.Space = space;

        LabImage expected = WorkingImageReader.Read(plain, new(32, 32), null, CancellationToken.None);
        LabImage image = WorkingImageReader.Read(new CroppedSource(other, new(0, 0, 160, 96)), new(32, 32), null, CancellationToken.None);

        float rounding = format == PixelFormat.Rgba16 ? Rounding16 : Rounding8;
        for (int i = 0; i < image.L.Length; i++)
        {
            Assert.Equal(expected.Coverage[i], image.Coverage[i], 1e-6f);
            Assert.Equal(expected.L[i], image.L[i], rounding);
            Assert.InRange(image.A[i], -0.1f, 0.1f);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Channels_keep_their_place(PixelFormat format)
    {
        int top = Pictures.Top(format);
        PixelBuffer red = Pictures.Paint(new(40, 40), format, (_, _) => (top * 6 / 10, top * 4 / 10, top * 4 / 10, top));
        red.Space = SampleSpaces.Adobe;
        LabImage image = WorkingImageReader.Read(red, new(32, 32), null, CancellationToken.None);
        (double l, double a, double b) = SampleSpaces.Lab(2.2, SampleSpaces.AdobePrimaries, 0.6, 0.4, 0.4);
        Assert.Equal(l, image.L[100], 0.05);
        Assert.Equal(a, image.A[100], 0.05);
        Assert.Equal(b, image.B[100], 0.05);
    }
}
