using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Commands;

public sealed class ReferenceProfileTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public async Task A_wide_gamut_reference_counts_by_its_colours_and_an_sRGB_one_by_its_numbers()
    {
        byte[] plain = await Colorize(null), same = await Colorize(SampleProfiles.Srgb()), wide = await Colorize(SampleProfiles.Rgb());

        Assert.Equal(plain, same);
        Assert.True(Spread(wide) > Spread(plain), "the colours are stronger");
        Assert.DoesNotContain("profile", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_cannot_be_read_is_told_and_counts_as_sRGB()
    {
        byte[] plain = await Colorize(null);

        Assert.Equal(plain, await Colorize(SampleProfiles.Empty()));

        Assert.Contains("its colour profile cannot be followed", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_target_keeps_its_numbers_and_its_profile()
    {
        string target = _spcolor.GreyPhoto();
        byte[] numbers = AddProfile("grey.png", SampleProfiles.Rgb());

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(target, _spcolor.ColorPhoto(), "--strength", "0")));

        Picture result = ImageFile.Load(_spcolor.Folder["out.png"], TestContext.Current.CancellationToken);
        Assert.Equal(numbers, result.Pixels.Bytes);
        Assert.Equal(SampleProfiles.Rgb(), result.Metadata.IccProfile);
    }

    [Fact]
    public async Task A_target_that_looks_alike_under_another_profile_gets_the_same_colours()
    {
        string target = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto();
        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(target, reference)));
        (float[] L, float[] A, float[] B) plain = Colours(_spcolor.Load("out.png"));
        PixelBuffer pixels = _spcolor.Load("grey.png");
        // Greys of sRGB in Adobe RGB's numbers, gamma 2.2.
        for (int i = 0; i < pixels.Bytes.Length; i++)
        {
            double c = pixels.Bytes[i] / 255.0;
            double linear = c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
            pixels.Bytes[i] = (byte)Math.Round(Math.Pow(linear, 256.0 / 563) * 255);
        }
        ImageFile.Save(new Picture(pixels, HasAlpha: false, new PictureMetadata(SampleProfiles.Rgb())), target, new SaveOptions(), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(target, reference)));

        PixelBuffer result = _spcolor.Load("out.png");
        Assert.False(result.Space.IsSrgb);
        (float[] L, float[] A, float[] B) seen = Colours(result);
        Assert.True(MeanDistance(plain.L, seen.L) < 0.5, "lightness");
        Assert.True(MeanDistance(plain.A, seen.A) + MeanDistance(plain.B, seen.B) < 1.5, "colour");
        PixelBuffer numbers = _spcolor.Load("out.png");
        numbers.Space = RgbSpace.Srgb;
        (_, float[] a, float[] b) = Colours(numbers);
        Assert.True(MeanDistance(plain.A, a) + MeanDistance(plain.B, b) > 2.5, "as sRGB the numbers mean other colours");
    }

    private static double MeanDistance(float[] one, float[] other) => one.Zip(other, (x, y) => Math.Abs(x - y)).Average();

    private static (float[] L, float[] A, float[] B) Colours(PixelBuffer pixels)
    {
        LabImage image = WorkingImageReader.Read(pixels, pixels.Size, null, TestContext.Current.CancellationToken);
        return (image.L, image.A, image.B);
    }

    private async Task<byte[]> Colorize(byte[]? profile)
    {
        string target = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto();
        AddProfile("colour.png", profile);
        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(target, reference)));
        return _spcolor.Load("out.png").Bytes;
    }

    private byte[] AddProfile(string name, byte[]? profile)
    {
        PixelBuffer pixels = _spcolor.Load(name);
        ImageFile.Save(new Picture(pixels, HasAlpha: false, new PictureMetadata(profile)), _spcolor.Folder[name], new SaveOptions());
        return pixels.Bytes;
    }

    private static double Spread(byte[] rgba) => rgba.Chunk(4).Average(pixel => pixel[..3].Max() - pixel[..3].Min());
}
