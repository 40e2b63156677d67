using System.Text.Json;
using SkiaSharp;
using SPColor.Core.Segmentation;
using SPColor.Worker.Commands;

namespace SPColor.Worker.Tests.Commands;

public sealed class InspectCommandTests : IDisposable
{
    private readonly Spcolor _spcolor = new();

    public void Dispose() => _spcolor.Dispose();

    [Fact]
    public async Task Json_has_the_documented_members()
    {
        string photo = _spcolor.GreyPhoto(), first = _spcolor.ColorPhoto(), second = _spcolor.ColorPhoto("b.png");

        Assert.Equal(ExitCode.Done, await Inspect(photo, "--json", "-r", first, "-r", second, "--pair", "26=1", "--areas", "27"));

        using JsonDocument json = JsonDocument.Parse(_spcolor.Output);
        JsonElement root = json.RootElement, pictures = root.GetProperty("pictures");
        Assert.Equal("compact", root.GetProperty("pack").GetString());
        Assert.StartsWith("CPU", root.GetProperty("device").GetString(), StringComparison.Ordinal);
        Assert.Equal(27, root.GetProperty("areas").GetInt32());
        Assert.Contains("area 26", root.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal([photo, first, second], pictures.EnumerateArray().Select(picture => picture.GetProperty("file").GetString()));
        Assert.False(pictures[0].TryGetProperty("letter", out _));
        Assert.Equal(("A", "B"), (pictures[1].GetProperty("letter").GetString(), pictures[2].GetProperty("letter").GetString()));
        foreach (JsonElement picture in pictures.EnumerateArray())
        {
            JsonElement[] areas = [.. picture.GetProperty("areas").EnumerateArray()];
            Assert.Equal(1, areas.Sum(area => area.GetProperty("share").GetDouble()), 1e-3); // shares are rounded to float
            Assert.All(areas, area => Assert.Matches("^#[0-9a-f]{6}$", area.GetProperty("color").GetString()));
            Assert.All(areas, area => Assert.InRange(area.GetProperty("confidence").GetDouble(), 0, 1));
            Assert.All(areas, area => Assert.InRange(area.GetProperty("id").GetInt32(), 0, 26));
            Assert.All(areas, area => Assert.Equal(area.GetProperty("share").GetDouble() < 0.005, area.GetProperty("small").GetBoolean()));
        }
        JsonElement pair = pictures[0].GetProperty("areas")[0];
        Assert.InRange(pair.GetProperty("matchStrength").GetDouble(), 0, 1);
        Assert.All(pair.GetProperty("pairsWith").EnumerateArray(), source => Assert.Matches("^[AB]:[0-9]+$", source.GetString()));
    }

    [Fact]
    public async Task Areas_that_stay_grey_are_not_called_guessed()
    {
        string[] grey = [.. Enumerable.Range(0, 3).SelectMany(area => new[] { "--leave-grey", $"{area}" })];

        await Inspect([_spcolor.GreyPhoto(), "-r", _spcolor.ColorPhoto(), "--areas", "3", .. grey]);

        Assert.Contains("stays grey", _spcolor.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("guessed", _spcolor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_area_map_holds_the_ids_that_are_listed_at_the_photos_size()
    {
        string photo = _spcolor.HalfTransparentPhoto("half.png"), map = _spcolor.Folder["ids.png"];

        Assert.Equal(ExitCode.Done, await Inspect(photo, "--json", "--area-map", map));

        using SKBitmap file = SKBitmap.Decode(map);
        Assert.Equal((SKColorType.Gray8, 200, 150), (file.ColorType, file.Width, file.Height));
        byte[] ids = [.. file.GetPixelSpan()];
        Assert.All(Enumerable.Range(0, 150), y => Assert.Equal((AreaPlane.NoArea, false), (ids[y * file.RowBytes], ids[(y * file.RowBytes) + 199] == AreaPlane.NoArea)));
        using JsonDocument json = JsonDocument.Parse(_spcolor.Output);
        JsonElement[] areas = [.. json.RootElement.GetProperty("pictures")[0].GetProperty("areas").EnumerateArray()];
        Assert.Equal(
            areas.Select(area => area.GetProperty("id").GetInt32()).Order(), ids.Where(id => id != AreaPlane.NoArea).Select(id => (int)id).Distinct().Order());
    }

    [Theory]
    [InlineData("grey.png", "the picture")]
    [InlineData("areas.png", "--overlay")]
    public async Task The_area_map_replaces_nothing_it_should_not(string name, string word) =>
        await _spcolor.Refuses(
            ["inspect", _spcolor.GreyPhoto(), "--overlay", _spcolor.Folder["areas.png"], "--area-map", _spcolor.Folder[name]], name, "--area-map", word);

    [Fact]
    public async Task The_area_map_is_a_png() => await _spcolor.Refuses(
        ["inspect", _spcolor.GreyPhoto(), "--overlay", _spcolor.Folder["areas.png"], "--area-map", _spcolor.Folder["ids.jpg"]], "ids.jpg", ".png");

    private Task<int> Inspect(params string[] args) => _spcolor.Run(["inspect", "--overlay", _spcolor.Folder["areas.png"], .. args]);
}
