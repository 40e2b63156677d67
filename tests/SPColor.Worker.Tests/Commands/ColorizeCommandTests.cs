using SPColor.Core.Imaging;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

public sealed class ColorizeCommandTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public async Task Colours_a_grey_photo_at_its_own_size_and_keeps_its_luminance()
    {
        string photo = _spcolor.GreyPhoto();

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto())));

        PixelBuffer before = _spcolor.Load("grey.png"), after = _spcolor.Load("out.png");
        Assert.Equal(before.Size, after.Size);
        Assert.True(MeanChroma(after) > 5, "the result has colour");
        float[] l = Lightness(before), result = Lightness(after);
        Assert.All(l.Zip(result), pixel => Assert.True(Math.Abs(MathF.Round(pixel.First) - MathF.Round(pixel.Second)) <= 1));
    }

    [Fact]
    public async Task Same_inputs_give_the_same_bytes()
    {
        string[] args = _spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto());
        await _spcolor.Run(args);
        byte[] first = File.ReadAllBytes(_spcolor.Folder["out.png"]);

        await _spcolor.Run(args);

        Assert.Equal(first, File.ReadAllBytes(_spcolor.Folder["out.png"]));
    }

    [Fact]
    public async Task Strength_zero_gives_the_grey_photo_byte_for_byte()
    {
        string photo = _spcolor.GreyPhoto();

        await _spcolor.Run(_spcolor.Colorize(photo, _spcolor.ColorPhoto(), "--strength", "0"));

        Assert.Equal(_spcolor.Load("grey.png").Bytes, _spcolor.Load("out.png").Bytes);
    }

    [Fact]
    public async Task Leaving_every_area_grey_gives_the_grey_photo_byte_for_byte()
    {
        string photo = _spcolor.GreyPhoto();
        string[] grey = [.. Enumerable.Range(0, 3).SelectMany(area => new[] { "--leave-grey", area.ToString() })];

        await _spcolor.Run([.. _spcolor.Colorize(photo, _spcolor.ColorPhoto(), "--areas", "3"), .. grey]);

        Assert.Equal(_spcolor.Load("grey.png").Bytes, _spcolor.Load("out.png").Bytes);
    }

    [Fact]
    public async Task A_photo_as_its_own_reference_comes_back_in_its_colours()
    {
        string photo = _spcolor.ColorPhoto();

        await _spcolor.Run(_spcolor.Colorize(photo, photo, "--areas", "1"));

        // Mean ab distance of a smooth picture coloured from itself; the picture's own mean chroma is about 35.
        Assert.True(MeanChromaDistance(_spcolor.Load("colour.png"), _spcolor.Load("out.png")) < 12);
    }

    [Fact]
    public async Task A_saved_pairing_gives_the_same_result_again()
    {
        string photo = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto(), pairing = _spcolor.Folder["pairing.json"];
        await _spcolor.Run(_spcolor.Colorize(photo, reference, "--areas", "5", "--pair", "0=guess", "--pair", "1=A:2", "--save-pairing", pairing));
        byte[] first = File.ReadAllBytes(_spcolor.Folder["out.png"]);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, reference, "--pairing", pairing)));

        Assert.Equal(first, File.ReadAllBytes(_spcolor.Folder["out.png"]));
        Assert.Contains("\"areas\": 5", File.ReadAllText(pairing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Maps_are_written_for_every_picture_and_step()
    {
        string maps = _spcolor.Folder["maps"];

        await _spcolor.Run([.. _spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto()), "--reference", _spcolor.ColorPhoto("b.png"), "--maps", maps]);

        Assert.Equal(
            ["match.png", "reference-A-areas.png", "reference-B-areas.png", "target-areas.png", "warped.png"],
            Directory.EnumerateFiles(maps).Select(path => Path.GetFileName(path)).Order());
    }

    [Fact]
    public async Task An_existing_output_is_replaced_by_a_complete_new_one()
    {
        _spcolor.Folder.Put("out.png", "old"u8);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto())));

        Assert.Equal(new GridSize(200, 150), _spcolor.Load("out.png").Size);
        Assert.DoesNotContain(_spcolor.Folder.Names(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_the_existing_output_as_it_was()
    {
        _spcolor.Folder.Put("out.png", "old"u8);
        using StringWriter output = new(), error = new();

        int code = await CommandLine.RunAsync(
            _spcolor.Colorize(_spcolor.GreyPhoto(), _spcolor.ColorPhoto()), output, error, new CancellationToken(canceled: true));

        Assert.Equal(ExitCode.Cancelled, code);
        Assert.Equal("old", File.ReadAllText(_spcolor.Folder["out.png"]));
    }

    private static float[] Lightness(PixelBuffer pixels)
    {
        float[] l = new float[pixels.Size.Count];
        SrgbLabConverter.RowToLightness(pixels.Bytes, pixels.Format, l);
        return l;
    }

    private static double MeanChroma(PixelBuffer pixels) => Chroma(pixels).Average(ab => Math.Sqrt(ab.A * ab.A + ab.B * ab.B));

    private static double MeanChromaDistance(PixelBuffer x, PixelBuffer y) =>
        Chroma(x).Zip(Chroma(y), (p, q) => Math.Sqrt(Math.Pow(p.A - q.A, 2) + Math.Pow(p.B - q.B, 2))).Average();

    private static IEnumerable<(float A, float B)> Chroma(PixelBuffer pixels)
    {
        float[] l = new float[pixels.Size.Count], a = new float[l.Length], b = new float[l.Length];
        SrgbLabConverter.RowToLab(pixels.Bytes, pixels.Format, l, a, b);
        return a.Zip(b);
    }
}
