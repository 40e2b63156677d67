using SPColor.Core.Imaging;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;
using SPColor.PdnEffect.Tests.Worker;
using SPColor.PdnEffect.Worker;
using SPColor.Worker.Pictures;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>The view model over spcolor itself and the compact pack.</summary>
public sealed class RealEngineTests
{
    // Acceptance: areas not re-paired change by a mean ΔE of 2 at most; the network looks across borders.
    private const double MostChangeElsewhere = 2;

    // Less than anybody sees.
    private const double MostChangeOfCut = 1;

    [Fact]
    public async Task A_pair_is_coloured_an_area_is_paired_anew_and_only_that_area_changes()
    {
        await using WorkerEngine engine = new(new WorkerLaunch(Fake.Executable("spcolor"), "cpu"));
        PixelBuffer photo = Sample("harbour-target.png"), coat = Sample("harbour-reference.png");
        await using Desk desk = new(new([Sheets.Layer(0, "Photo", photo), Sheets.Layer(1, "Coat", coat)], 0, new NoFiles()), engine);
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Empty(desk.Texts);
        Assert.NotEqual("", desk.Model.Device);
        byte[] before = Picture(desk, photo);

        AreaRow row = desk.Model.TargetRows[1];
        string now = row.Now;
        Desk.Choose(row, row.Options.First(option => option.Value.StartsWith("A:", StringComparison.Ordinal) && now != $"from {option.Label}").Value);
        desk.Settle();
        Assert.Empty(desk.Texts);
        Assert.NotEqual(now, row.Now);
        byte[] after = Picture(desk, photo);
        CanvasOverlay lit = Light(desk, row);
        (double own, double others) = MeanChange(before, after, i => lit.Colors[CellOf(i, photo.Size, lit.Cells)].Weight == 0);
        Assert.True(own > MostChangeElsewhere, $"mean change of the area is {own:F2}");
        Assert.True(others <= MostChangeElsewhere, $"mean change elsewhere is {others:F2}");
    }

    [Fact]
    public async Task A_selection_gets_the_colours_of_its_box_cut_out()
    {
        await using WorkerEngine engine = new(new WorkerLaunch(Fake.Executable("spcolor"), "cpu"));
        PixelBuffer photo = Sample("harbour-target.png"), coat = Sample("harbour-reference.png");
        PixelRect selected = new(photo.Size.Width / 3, photo.Size.Height / 4, photo.Size.Width / 3, photo.Size.Height / 2);
        PixelRect box = SelectionBox.Of(Sheets.Selected(photo.Size, selected), photo.Size).Box!.Value;
        PixelBuffer cut = Sheets.Paint(box.Size, (x, y) => Sheets.Pixel(photo, box.X + x, box.Y + y) is var p ? (p[2], p[1], p[0], p[3]) : default);
        byte[] whole = await ColorAsync(null, photo), inside = await ColorAsync(Sheets.Selected(photo.Size, selected), photo), alone = await ColorAsync(null, cut);
        byte[] expected = Part(alone, box.Width, selected with { X = selected.X - box.X, Y = selected.Y - box.Y });
        double ofCut = MeanChange(Part(inside, photo.Size.Width, selected), expected, _ => true).Own;
        double ofWhole = MeanChange(Part(whole, photo.Size.Width, selected), expected, _ => true).Own;
        Assert.True(ofCut <= MostChangeOfCut, $"mean distance to the box cut out is {ofCut:F2}");
        Assert.True(ofWhole > MostChangeOfCut, $"the whole layer gives the same, {ofWhole:F2} apart: nothing is proven");

        async Task<byte[]> ColorAsync(SelectionMask? selection, PixelBuffer layer)
        {
            await using Desk desk = new(new([Sheets.Layer(0, "Photo", layer), Sheets.Layer(1, "Coat", coat)], 0, new NoFiles()), engine, selection);
            desk.Model.Start(SPColorSettings.Default);
            desk.Settle();
            return Picture(desk, layer);
        }
    }

    private static byte[] Part(byte[] picture, int width, PixelRect part) =>
        [.. Enumerable.Range(part.Y, part.Height).SelectMany(y => picture.AsSpan(4 * ((y * width) + part.X), 4 * part.Width).ToArray())];

    /// <summary>Mean CIE76 difference of the pixels that are its own and of the others.</summary>
    private static (double Own, double Others) MeanChange(byte[] before, byte[] after, Func<int, bool> isOwn)
    {
        int count = before.Length / 4;
        float[][] x = [new float[count], new float[count], new float[count]], y = [new float[count], new float[count], new float[count]];
        SrgbLabConverter.RowToLab(before, PixelFormat.Bgra8, x[0], x[1], x[2]);
        SrgbLabConverter.RowToLab(after, PixelFormat.Bgra8, y[0], y[1], y[2]);
        ILookup<bool, double> changes = Enumerable.Range(0, count)
            .ToLookup(isOwn, i => Math.Sqrt(Enumerable.Range(0, 3).Sum(plane => Math.Pow(x[plane][i] - y[plane][i], 2))));
        return (changes[true].Average(), changes[false].DefaultIfEmpty().Average());
    }

    private static CanvasOverlay Light(Desk desk, AreaRow row)
    {
        desk.Model.HoveredRow = row;
        return desk.Model.Canvas!.Overlay!;
    }

    private static int CellOf(int pixel, GridSize full, GridSize cells) =>
        (pixel / full.Width * cells.Height / full.Height * cells.Width) + (pixel % full.Width * cells.Width / full.Width);

    private static byte[] Picture(Desk desk, PixelBuffer photo)
    {
        PixelBuffer pixels = new(photo.Size, photo.Format);
        photo.Bytes.CopyTo(pixels.Bytes, 0);
        desk.Model.Result!.ColorTile(new(0, 0, photo.Size.Width, photo.Size.Height), pixels.Row, CancellationToken.None);
        return pixels.Bytes;
    }

    private static PixelBuffer Sample(string name)
    {
        PixelBuffer rgba = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "Samples", name), TestContext.Current.CancellationToken).Pixels;
        return Sheets.Paint(rgba.Size, (x, y) =>
        {
            byte[] p = Sheets.Pixel(rgba, x, y);
            return rgba.Format == PixelFormat.Bgra8 ? (p[2], p[1], p[0], p[3]) : (p[0], p[1], p[2], p[3]);
        });
    }
}
