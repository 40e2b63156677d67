using SPColor.Core.Imaging;
using SPColor.Worker.Commands;
using SPColor.Worker.Pictures;
using SPColor.Worker.Tests.Commands;
using SPColor.Worker.Tests.Pictures;

namespace SPColor.Worker.Tests.Acceptance;

/// <summary>What colorize promises about picture files (users' scenarios 6, 8 and 10; bits, profile, EXIF and resolution).</summary>
public sealed class PictureTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".tif")]
    public async Task Profile_EXIF_and_resolution_survive(string ending)
    {
        // PNG counts whole pixels per metre.
        const double MetreRounding = 0.0254 / 2;
        // Stored lying on its side, 300 × 150 pixels per inch as stored; TIFF carries no EXIF block here.
        bool isTiff = ending == ".tif";
        byte[] exif = Samples.Exif(6);
        Picture photo = ImageFile.Load(_spcolor.GreyPhoto(), Cancellation) with { Metadata = new(SampleProfiles.Rgb(), isTiff ? null : exif, Samples.Dpi) };
        ImageFile.Save(photo, _spcolor.Folder["photo" + ending], new SaveOptions(), Cancellation);
        string output = _spcolor.Folder["result" + ending];

        Assert.Equal(ExitCode.Done, await _spcolor.Run("colorize", _spcolor.Folder["photo" + ending], "-r", _spcolor.ColorPhoto(), "-o", output));

        Picture result = ImageFile.Load(output, Cancellation);
        GridSize upright = isTiff ? new GridSize(200, 150) : new GridSize(150, 200);
        Resolution resolution = isTiff ? Samples.Dpi : new Resolution(Samples.Dpi.Y, Samples.Dpi.X);
        Assert.Equal(upright, result.Pixels.Size);
        Assert.Equal(SampleProfiles.Rgb(), result.Metadata.IccProfile);
        Assert.Equal(resolution.X, result.Metadata.Resolution!.Value.X, MetreRounding);
        Assert.Equal(resolution.Y, result.Metadata.Resolution!.Value.Y, MetreRounding);
        Assert.Equal(isTiff ? null : ExifBlock.Upright(exif, upright), result.Metadata.Exif);
        Assert.Equal(1, ExifBlock.Orientation(result.Metadata.Exif));
    }

    [Fact]
    public async Task A_16_bit_TIFF_keeps_its_16_bits()
    {
        var pixels = new PixelBuffer(new GridSize(256, 64), PixelFormat.Rgba16);
        Span<ushort> values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(pixels.Bytes.AsSpan());
        for (int i = 0; i < pixels.Size.Count; i++)
        {
            values.Slice(4 * i, 3).Fill((ushort)(8000 + 3 * i));
            values[4 * i + 3] = ushort.MaxValue;
        }
        ImageFile.Save(new Picture(pixels, HasAlpha: false, PictureMetadata.None), _spcolor.Folder["scan.tif"], new SaveOptions(), Cancellation);

        Assert.Equal(
            ExitCode.Done,
            await _spcolor.Run("colorize", _spcolor.Folder["scan.tif"], "-r", _spcolor.ColorPhoto(), "-o", _spcolor.Folder["result.tif"]));

        PixelBuffer result = _spcolor.Load("result.tif");
        Assert.Equal(PixelFormat.Rgba16, result.Format);
        ushort[] written = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(result.Bytes.AsSpan()).ToArray();
        Assert.True(written.Where((_, i) => i % 4 == 1).Distinct().Count() > 256);
        Assert.Contains(Enumerable.Range(0, result.Size.Count), i => written[4 * i] != written[4 * i + 2]);
    }

    [Fact]
    public async Task Scenario_6_a_small_reference_in_a_large_clear_sheet_works_as_if_cropped()
    {
        const double MostDeltaE = 1; // the scenario's own number
        PixelBuffer reference = _spcolor.Load(SamplePictures.HarbourReference);
        var sheet = new PixelBuffer(new GridSize(1500, 1200), PixelFormat.Rgba8);
        for (int y = 0; y < reference.Size.Height; y++)
            reference.Row(y).CopyTo(sheet.Row(y + 333).Slice(4 * 555));
        ImageFile.Save(new Picture(sheet, HasAlpha: true, PictureMetadata.None), _spcolor.Folder["sheet.png"], new SaveOptions(), Cancellation);

        PixelBuffer cropped = await Colorize(SamplePictures.HarbourTarget, SamplePictures.HarbourReference, "cropped.png");
        PixelBuffer pasted = await Colorize(SamplePictures.HarbourTarget, _spcolor.Folder["sheet.png"], "pasted.png");

        AssertMeanDeltaE(cropped, pasted, MostDeltaE);
    }

    /// <summary>What is asked of real pairs (docs/architecture.md, decision 22).</summary>
    [Theory]
    [InlineData("harbour", "384")]
    [InlineData("harbour", "512")]
    [InlineData("portrait", "512")]
    public async Task A_larger_working_size_keeps_the_colours(string sample, string size)
    {
        const double MostDeltaE = 3;
        bool isHarbour = sample == "harbour";
        string target = isHarbour ? SamplePictures.HarbourTarget : SamplePictures.PortraitTarget;
        string reference = isHarbour ? SamplePictures.HarbourReference : SamplePictures.PortraitReference;

        PixelBuffer usual = await Colorize(target, reference, "usual.png");
        PixelBuffer larger = await Colorize(target, reference, "larger.png", "--size", size);

        AssertMeanDeltaE(usual, larger, MostDeltaE);
    }

    [Fact]
    public async Task Scenario_8_alpha_is_kept_and_clear_pixels_are_not_touched()
    {
        string photo = _spcolor.HalfTransparentPhoto("half.png");

        await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto()));

        PixelBuffer before = _spcolor.Load("half.png"), after = _spcolor.Load("out.png");
        int[] pixels = [.. Enumerable.Range(0, before.Size.Count)];
        int[] clear = [.. pixels.Where(i => before.Bytes[4 * i + 3] == 0)];
        Assert.NotEmpty(clear);
        Assert.Equal(pixels.Select(i => before.Bytes[4 * i + 3]), pixels.Select(i => after.Bytes[4 * i + 3]));
        Assert.DoesNotContain(clear, i => !before.Bytes.AsSpan(4 * i, 4).SequenceEqual(after.Bytes.AsSpan(4 * i, 4)));
        Assert.Contains(pixels, i => after.Bytes[4 * i] != after.Bytes[4 * i + 2]);
    }

    [Fact]
    public async Task Scenario_10_a_sepia_scan_gives_the_same_as_its_grey_copy()
    {
        const double MostDeltaE = 2; // the scenario's own number
        PixelBuffer sepia = _spcolor.Load(SamplePictures.HarbourTarget), grey = _spcolor.Load(SamplePictures.HarbourTarget);
        float[] l = new float[sepia.Size.Width], a = new float[l.Length], b = new float[l.Length], none = new float[l.Length];
        Array.Fill(a, 9);
        Array.Fill(b, 22);
        for (int y = 0; y < sepia.Size.Height; y++)
        {
            SrgbLabConverter.RowToLightness(sepia.Row(y), sepia.Format, l);
            SrgbLabConverter.LabToRow(l, a, b, sepia.Format, sepia.Row(y));
            SrgbLabConverter.RowToLightness(sepia.Row(y), sepia.Format, l);
            SrgbLabConverter.LabToRow(l, none, none, grey.Format, grey.Row(y));
        }
        ImageFile.Save(new Picture(sepia, HasAlpha: false, PictureMetadata.None), _spcolor.Folder["sepia.png"], new SaveOptions(), Cancellation);
        ImageFile.Save(new Picture(grey, HasAlpha: false, PictureMetadata.None), _spcolor.Folder["grey.png"], new SaveOptions(), Cancellation);

        PixelBuffer fromSepia = await Colorize(_spcolor.Folder["sepia.png"], SamplePictures.HarbourReference, "from-sepia.png");
        PixelBuffer fromGrey = await Colorize(_spcolor.Folder["grey.png"], SamplePictures.HarbourReference, "from-grey.png");

        AssertMeanDeltaE(fromSepia, fromGrey, MostDeltaE);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void AssertMeanDeltaE(PixelBuffer x, PixelBuffer y, double most)
    {
        double mean = Compare.DeltaE(x, y).Average();
        TestContext.Current.TestOutputHelper?.WriteLine($"mean ΔE {mean:0.000}");
        Assert.True(mean <= most, $"mean ΔE {mean:0.000}");
    }

    private async Task<PixelBuffer> Colorize(string target, string reference, string name, params string[] options)
    {
        Assert.Equal(ExitCode.Done, await _spcolor.Run(["colorize", target, "--reference", reference, "--output", _spcolor.Folder[name], .. options]));
        return _spcolor.Load(name);
    }
}
