using SPColor.Core.Imaging;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>What surrounds the photo is not looked at, not coloured and in no overlay.</summary>
public sealed class SurroundTests
{
    private const int Border = 12;

    private static readonly GridSize s_whole = new(120, 100);

    [Fact]
    public async Task A_border_is_told_of_and_stays_grey()
    {
        await using Desk desk = Framed();
        Assert.Contains(Words.BorderLeftOut("Photo"), desk.Texts);
        PixelBuffer picture = Rendered(desk.Model.Result!);
        Assert.Equal([250, 250, 250, 255], Sheets.Pixel(picture, 5, 50));
        Assert.NotEqual(Sheets.Pixel(picture, 60, 50)[0], Sheets.Pixel(picture, 60, 50)[2]);
    }

    [Fact]
    public async Task Without_the_tick_all_of_it_is_looked_at()
    {
        await using Desk desk = Framed();
        desk.Engine.Forget();
        desk.Model.LeavesOutBorder = false;
        desk.Settle();
        Assert.Equal(["prepare target", "prepare reference", "areas 4", "areas 4", "colorize"], desk.Engine.Calls);
        Assert.Empty(desk.Texts);
        Assert.Equal(BorderMode.Keep, desk.Model.Settings.Border);
        PixelBuffer picture = Rendered(desk.Model.Result!);
        Assert.NotEqual(Sheets.Pixel(picture, 5, 50)[0], Sheets.Pixel(picture, 5, 50)[2]);
    }

    [Fact]
    public async Task The_overlay_leaves_the_border_free()
    {
        await using Desk desk = Framed();
        PixelBuffer plain = Rendered(desk.Model.Canvas!);
        desk.Model.Overlay = OverlayKind.Areas;
        PixelBuffer drawn = Rendered(desk.Model.Canvas!);
        Assert.Equal(Sheets.Pixel(plain, 5, 50), Sheets.Pixel(drawn, 5, 50));
        Assert.Equal(Sheets.Pixel(plain, s_whole.Width - 5, 50), Sheets.Pixel(drawn, s_whole.Width - 5, 50));
        Assert.NotEqual(Sheets.Pixel(plain, Border + 1, Border + 1), Sheets.Pixel(drawn, Border + 1, Border + 1));
    }

    [Fact]
    public async Task A_click_on_the_border_selects_nothing_new()
    {
        await using Desk desk = Framed();
        desk.Model.SelectAt(0.5, 0.5);
        AreaRow? row = desk.Model.SelectedRow;
        Assert.NotNull(row);
        desk.Model.SelectAt(0.01, 0.5);
        Assert.Same(row, desk.Model.SelectedRow);
        desk.Model.SelectAt((Border + 3.0) / s_whole.Width, 0.5);
        Assert.NotSame(row, desk.Model.SelectedRow);
    }

    [Fact]
    public async Task A_photo_in_an_empty_layer_is_looked_at_alone()
    {
        await using Desk desk = Desk(Sheets.Paint(s_whole, (x, y) => IsPhoto(x, y) ? Photo(x, y) : (255, 255, 255, 0)));
        Assert.Empty(desk.Texts);
        PixelBuffer picture = Rendered(desk.Model.Result!);
        Assert.Equal(Sheets.Pixel(picture, 5, 50)[0], Sheets.Pixel(picture, 5, 50)[2]);
    }

    [Fact]
    public async Task Too_little_in_a_layer_is_said()
    {
        await using Desk desk = Desk(Sheets.Paint(s_whole, (x, y) => (90, 90, 90, x < 5 ? 255 : 0)));
        Assert.Null(desk.Model.Result);
        Assert.Contains("5×100", Assert.Single(desk.Texts), StringComparison.Ordinal);
    }

    private static Desk Framed() => Desk(Sheets.Paint(s_whole, (x, y) => IsPhoto(x, y) ? Photo(x, y) : (250, 250, 250, 255)));

    private static Desk Desk(PixelBuffer layer)
    {
        Desk desk = new(new([Sheets.Layer(0, "Photo", layer), Sheets.Layer(1, "Coat", Sheets.Red())], 0, new NoFiles()));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        return desk;
    }

    private static bool IsPhoto(int x, int y) =>
        x >= Border && y >= Border && x < s_whole.Width - Border && y < s_whole.Height - Border;

    private static (int R, int G, int B, int Alpha) Photo(int x, int y)
    {
        int level = (x < s_whole.Width / 3 ? 60 : 140) + (x * 7 + y * 13) % 40;
        return (level, level, level, 255);
    }

    private static PixelBuffer Rendered(RenderedResult result)
    {
        PixelBuffer picture = Sheets.Paint(s_whole, (x, y) => IsPhoto(x, y) ? Photo(x, y) : (250, 250, 250, 255));
        result.ColorTile(new PixelRect(0, 0, s_whole.Width, s_whole.Height), picture.Row, CancellationToken.None);
        return picture;
    }
}
