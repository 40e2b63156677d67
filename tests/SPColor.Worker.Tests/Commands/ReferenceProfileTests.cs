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

        Assert.Contains("its colour profile cannot be read", _spcolor.Error, StringComparison.Ordinal);
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
