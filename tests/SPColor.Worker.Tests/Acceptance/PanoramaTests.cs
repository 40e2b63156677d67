using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Commands;

namespace SPColor.Worker.Tests.Acceptance;

/// <summary>Very wide pictures keep what they show (docs/architecture.md, decision 1).</summary>
public sealed class PanoramaTests : IDisposable
{
    /// <summary>What is asked of the middle third of a 10:1 panorama against that third alone, in a*, b* and L* (issue of even colours).</summary>
    private const double MostDeltaE = 3;

    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public async Task The_middle_third_of_a_panorama_has_the_colours_that_it_has_alone()
    {
        PixelBuffer harbour = _spcolor.Load(SamplePictures.HarbourTarget);
        PixelBuffer panorama = SideBySide(harbour, tiles: 7);
        int third = panorama.Size.Width / 3;

        PixelBuffer whole = await Colorized(panorama, "panorama");
        PixelBuffer alone = await Colorized(Columns(panorama, third, third), "third");

        double mean = Compare.DeltaE(Columns(whole, third, third), alone).Average();
        TestContext.Current.TestOutputHelper?.WriteLine($"mean ΔE {mean:0.000}");
        Assert.True(mean <= MostDeltaE, $"mean ΔE {mean:0.000}");
    }

    private async Task<PixelBuffer> Colorized(PixelBuffer pixels, string name)
    {
        string photo = _spcolor.Folder[name + ".png"], output = _spcolor.Folder[name + "-out.png"];
        ImageFile.Save(new Picture(pixels, HasAlpha: false, PictureMetadata.None), photo, new SaveOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.Done, await _spcolor.Run("colorize", photo, "--reference", SamplePictures.HarbourReference, "--output", output));
        return _spcolor.Load(output);
    }

    /// <summary>Every second one mirrored, so that nothing breaks off.</summary>
    private static PixelBuffer SideBySide(PixelBuffer picture, int tiles)
    {
        int width = picture.Size.Width;
        var result = new PixelBuffer(new GridSize(tiles * width, picture.Size.Height), picture.Format);
        for (int y = 0; y < picture.Size.Height; y++)
            for (int x = 0; x < result.Size.Width; x++)
            {
                int from = x / width % 2 == 0 ? x % width : width - 1 - (x % width);
                picture.Row(y).Slice(4 * from, 4).CopyTo(result.Row(y)[(4 * x)..]);
            }

        return result;
    }

    private static PixelBuffer Columns(PixelBuffer picture, int first, int count)
    {
        var result = new PixelBuffer(new GridSize(count, picture.Size.Height), picture.Format);
        for (int y = 0; y < picture.Size.Height; y++)
            picture.Row(y).Slice(4 * first, 4 * count).CopyTo(result.Row(y));
        return result;
    }
}
