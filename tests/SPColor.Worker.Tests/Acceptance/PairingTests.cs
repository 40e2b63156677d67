using System.Globalization;
using SPColor.Core.Models;
using SPColor.Worker.Commands;
using SPColor.Worker.Tests.Commands;

namespace SPColor.Worker.Tests.Acceptance;

/// <summary>What re-pairing promises a hobbyist (users' scenarios 1, 11, 12 and 22), on the sample pictures.</summary>
public sealed class PairingTests : IDisposable
{
    private const string Coat = "clothes", Hair = "hair", Leaves = "tree", Wall = "wall", Sky = "sky";

    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Theory]
    [InlineData(Hair, Coat)]
    [InlineData(Leaves, Wall)]
    [InlineData(Coat, Leaves)]
    public async Task Scenario_1_areas_that_were_not_re_paired_keep_their_colours(string areaName, string sourceName)
    {
        const double MostDeltaE = 2; // the scenario's own number
        const double LeastChange = 5; // something must have changed; dark hair cannot change much
        int area = Compare.AreaNamed(areaName), source = Compare.AreaNamed(sourceName);
        await Portrait("first.png");
        await Portrait("second.png", "--pair", $"{area}={source}");

        double[] change = Compare.DeltaE(_spcolor.Load("first.png"), _spcolor.Load("second.png"));
        int[] areas = Compare.Areas(SamplePictures.PortraitTarget, ImageRole.Target);
        double inside = change.Where((_, i) => areas[i] == area).Average(), outside = change.Where((_, i) => areas[i] != area).Average();

        Report($"{areaName} from {sourceName}: mean ΔE {inside:0.00} inside, {outside:0.00} outside");
        Assert.True(inside > LeastChange && outside <= MostDeltaE, $"{inside:0.00} inside, {outside:0.00} outside");
    }

    [Fact]
    public async Task Scenario_1_the_tunic_takes_the_hue_of_the_coat()
    {
        const double MostDegrees = 15; // the scenario's own number
        int clothes = Compare.AreaNamed(Coat);
        await Portrait("out.png", "--pair", $"{clothes}={clothes}");

        int[] tunic = Compare.Areas(SamplePictures.PortraitTarget, ImageRole.Target);
        int[] coat = Compare.Areas(SamplePictures.PortraitReference, ImageRole.Reference);
        double hue = Compare.MeanHue(_spcolor.Load("out.png"), i => tunic[i] == clothes);
        double wanted = Compare.MeanHue(_spcolor.Load(SamplePictures.PortraitReference), i => coat[i] == clothes);

        Report($"hue of the tunic {hue:0.0}°, of the coat {wanted:0.0}°");
        Assert.InRange(Math.Abs(hue - wanted), 0, MostDegrees);
    }

    [Fact]
    public async Task Scenario_11_a_picture_as_its_own_reference_comes_back()
    {
        const double LeastPsnr = 30; // the scenario's own number
        string picture = SamplePictures.HarbourReference;
        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(picture, picture)));

        double psnr = Compare.Psnr(_spcolor.Load(picture), _spcolor.Load("out.png"));
        Report($"PSNR {psnr:0.00} dB");
        Assert.True(psnr >= LeastPsnr, $"{psnr:0.00} dB");
        await _spcolor.Run("inspect", picture, "--reference", picture, "--overlay", _spcolor.Folder["areas.png"]);
        Assert.DoesNotContain("no match", _spcolor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scenario_12_another_number_of_areas_and_back_gives_the_same_bytes()
    {
        string photo = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto();
        foreach (var (name, areas) in new[] { ("first.png", 22), ("other.png", 7), ("again.png", 22) })
            await _spcolor.Run("colorize", photo, "-r", reference, "-o", _spcolor.Folder[name], "--areas", areas.ToString(CultureInfo.InvariantCulture));

        byte[] first = File.ReadAllBytes(_spcolor.Folder["first.png"]);
        Assert.Equal(first, File.ReadAllBytes(_spcolor.Folder["again.png"]));
        Assert.NotEqual(first, File.ReadAllBytes(_spcolor.Folder["other.png"]));
    }

    [Fact]
    public async Task Scenario_22_a_kept_pairing_serves_another_photo_and_says_what_it_lacks()
    {
        string pairing = _spcolor.Folder["tunic.json"], photo = _spcolor.GreyPhoto(), reference = _spcolor.ColorPhoto();
        int[] areas = Compare.Areas(photo, ImageRole.Target);
        int lacking = Enumerable.Range(0, 27).Except(areas).First(), present = areas[0];
        await Portrait("first.png", "--leave-grey", $"{lacking}", "--leave-grey", $"{present}", "--save-pairing", pairing);

        Assert.Equal(ExitCode.Done, await _spcolor.Run(_spcolor.Colorize(photo, reference, "--pairing", pairing)));

        Assert.Contains($"note: area {lacking} has a choice but does not occur", _spcolor.Error, StringComparison.Ordinal);
        Assert.DoesNotContain($"note: area {present} ", _spcolor.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_area_may_come_from_another_reference()
    {
        string[] two = ["--reference", SamplePictures.HarbourReference];
        int coatArea = Compare.AreaNamed(Coat), leavesArea = Compare.AreaNamed(Leaves);
        await Portrait("both.png", [.. two, "--pair", $"{coatArea}=A:{coatArea}", "--pair", $"{leavesArea}=B:{Compare.AreaNamed(Sky)}"]);
        await Portrait("first.png", [.. two, "--pair", $"{coatArea}=A:{coatArea}", "--pair", $"{leavesArea}=A:{leavesArea}"]);

        int[] areas = Compare.Areas(SamplePictures.PortraitTarget, ImageRole.Target);
        double[] change = Compare.DeltaE(_spcolor.Load("both.png"), _spcolor.Load("first.png"));
        double leaves = change.Where((_, i) => areas[i] == leavesArea).Average(), coat = change.Where((_, i) => areas[i] == coatArea).Average();

        Report($"leaves from B's sky: ΔE {leaves:0.00} on the leaves, {coat:0.00} on the coat");
        Assert.True(leaves > 5 && coat <= 2, $"{leaves:0.00} on the leaves, {coat:0.00} on the coat");
    }

    private static void Report(string figures) => TestContext.Current.TestOutputHelper?.WriteLine(figures);

    private async Task Portrait(string name, params string[] more) =>
        Assert.Equal(
            ExitCode.Done,
            await _spcolor.Run(
                ["colorize", SamplePictures.PortraitTarget, "--reference", SamplePictures.PortraitReference, "--output", _spcolor.Folder[name], .. more]));
}
