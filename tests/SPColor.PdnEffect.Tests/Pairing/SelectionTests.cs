using SPColor.Core.Imaging;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>With a selection its box is looked at; outside the selection nothing changes, whatever is looked at.</summary>
public sealed class SelectionTests
{
    private static readonly GridSize s_canvas = new(240, 200);
    private static readonly PixelRect s_selected = new(60, 40, 100, 80), s_box = new(55, 36, 110, 88);

    [Fact]
    public async Task The_box_of_the_selection_is_looked_at()
    {
        await using Desk desk = Ready(s_selected);
        Assert.Equal(s_box, desk.Engine.Seen!.Bounds);
        Assert.True(desk.Model.HasSelectionBox);
        Assert.True(desk.Model.LooksAtSelection);
        Assert.Empty(desk.Texts);
    }

    [Fact]
    public async Task Outside_the_selection_every_byte_stays_with_the_tick_and_without()
    {
        await using Desk desk = Ready(s_selected);
        foreach (bool looks in (bool[])[true, false])
        {
            desk.Model.LooksAtSelection = looks;
            desk.Settle();
            PixelBuffer before = Photo(), after = Rendered(desk.Model.Result!);
            for (int y = 0; y < s_canvas.Height; y++)
            {
                for (int x = 0; x < s_canvas.Width; x++)
                {
                    bool isSelected = x >= s_selected.X && x < s_selected.X + s_selected.Width && y >= s_selected.Y && y < s_selected.Y + s_selected.Height;
                    Assert.Equal(!isSelected, Sheets.Pixel(before, x, y).SequenceEqual(Sheets.Pixel(after, x, y)));
                }
            }
        }
    }

    [Fact]
    public async Task Without_the_tick_the_whole_layer_is_looked_at_and_only_the_layer_anew()
    {
        await using Desk desk = Ready(s_selected);
        desk.Engine.Forget();
        desk.Changes.Clear();
        desk.Model.LooksAtSelection = false;
        Assert.Contains(nameof(PairingViewModel.LooksAtSelection), desk.Changes);
        desk.Settle();
        Assert.Equal(["prepare target", "areas 4", "colorize"], desk.Engine.Calls);
        Assert.True(desk.Engine.Seen!.IsWhole);
        Assert.False(desk.Model.Settings.LookAtSelection);
        Assert.True(desk.Model.HasSelectionBox);

        await using Desk whole = Ready(null);
        Assert.Equal(Inside(whole), Inside(desk));
        desk.Model.Reset();
        desk.Settle();
        Assert.Equal(s_box, desk.Engine.Seen!.Bounds);
    }

    [Fact]
    public async Task Colours_in_it_are_those_of_the_box_as_a_picture_of_its_own()
    {
        await using Desk desk = Ready(s_selected);
        PixelBuffer cut = Sheets.Paint(s_box.Size, (x, y) => Color(s_box.X + x, s_box.Y + y));
        await using Desk alone = Open(cut, null, SPColorSettings.Default);
        cut = Sheets.Paint(s_box.Size, (x, y) => Color(s_box.X + x, s_box.Y + y));
        alone.Model.Result!.ColorTile(PixelRect.Whole(cut.Size), cut.Row, CancellationToken.None);
        Assert.Equal(Cut(cut, new(s_selected.X - s_box.X, s_selected.Y - s_box.Y, s_selected.Width, s_selected.Height)), Inside(desk));
    }

    [Fact]
    public async Task Without_a_selection_and_with_all_selected_it_is_as_before_and_there_is_no_tick()
    {
        await using Desk none = Ready(null), all = Ready(PixelRect.Whole(s_canvas));
        foreach (Desk desk in (Desk[])[none, all])
        {
            Assert.False(desk.Model.HasSelectionBox);
            Assert.True(desk.Engine.Seen!.IsWhole);
        }

        Assert.Equal(Rendered(none.Model.Result!).Bytes, Rendered(all.Model.Result!).Bytes);
    }

    [Fact]
    public async Task Of_a_selection_too_small_to_recognise_anything_the_whole_layer_is_looked_at_and_that_is_said()
    {
        await using Desk desk = Ready(new(60, 40, 5, 5));
        Assert.True(desk.Engine.Seen!.IsWhole);
        Assert.False(desk.Model.HasSelectionBox);
        Assert.Equal([new Notice(NoticeKind.Hint, Words.SelectionTooSmall)], desk.Model.Notices);
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task A_selection_of_nothing_visible_is_said_and_without_the_tick_there_is_a_result()
    {
        PixelBuffer layer = Sheets.Paint(s_canvas, (x, y) => Color(x, y) with { Alpha = x < 40 ? 255 : 0 });
        await using Desk desk = Open(layer, s_selected, SPColorSettings.Default);
        Assert.Equal([new Notice(NoticeKind.Problem, Words.EmptySelection("Photo"))], desk.Model.Notices);
        Assert.Null(desk.Model.Result);
        desk.Model.LooksAtSelection = false;
        desk.Settle();
        Assert.Empty(desk.Texts);
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task Of_one_print_on_a_page_the_border_is_found()
    {
        PixelBuffer page = Sheets.Paint(s_canvas, (x, y) => x is >= 60 and < 160 && y is >= 40 and < 120 ? Color(x, y) : x is >= 52 and < 168 && y is >= 32 and < 128 ? (250, 250, 250, 255) : (40, 40, 40, 255));
        await using Desk desk = Open(page, new PixelRect(46, 26, 128, 108), SPColorSettings.Default);
        Assert.True(desk.Engine.Seen!.HasBorder);
        Assert.Equal(s_selected, desk.Engine.Seen.Bounds);
        Assert.Equal([Words.BorderLeftOut("Photo")], desk.Texts);
    }

    [Fact]
    public async Task A_click_selects_the_row_of_the_area_there_and_outside_the_box_none()
    {
        await using Desk desk = Ready(s_selected);
        desk.Model.SelectAt(0.02, 0.02);
        Assert.Null(desk.Model.SelectedRow);
        desk.Model.SelectAt(0.5, 0.4);
        Assert.NotNull(desk.Model.SelectedRow);
    }

    [Fact]
    public async Task The_tick_is_kept_for_the_next_dialog()
    {
        await using Desk desk = Ready(s_selected);
        desk.Model.LooksAtSelection = false;
        desk.Settle();
        await using Desk next = Open(Photo(), s_selected, desk.Model.Settings);
        Assert.False(next.Model.LooksAtSelection);
        Assert.True(next.Engine.Seen!.IsWhole);
        Assert.Empty(next.Texts);
    }

    [Fact]
    public async Task Ctrl_F_looks_where_its_own_document_is_selected()
    {
        await using Desk desk = Ready(s_selected);
        foreach ((bool looks, PixelRect? selected, PixelRect seen) in
            ((bool, PixelRect?, PixelRect)[])[(true, s_selected, s_box), (true, new(0, 0, 100, 100), new(0, 0, 105, 105)), (true, null, PixelRect.Whole(s_canvas)), (false, s_selected, PixelRect.Whole(s_canvas))])
        {
            FakeEngine engine = new();
            RepeatOutcome outcome = await RepeatRun.RunAsync(
                desk.Model.Settings with { LookAtSelection = looks }, Stack(Photo()), Mask(s_canvas, selected), engine, TestContext.Current.CancellationToken);
            Assert.Empty(outcome.Messages);
            Assert.Equal(seen, engine.Seen!.Bounds);
            if (looks && selected == s_selected)
                Assert.Equal(Rendered(desk.Model.Result!).Bytes, Rendered(outcome.Result!).Bytes);
        }
    }

    private static Desk Ready(PixelRect? selected) => Open(Photo(), selected, SPColorSettings.Default);

    private static Desk Open(PixelBuffer layer, PixelRect? selected, SPColorSettings settings)
    {
        Desk desk = new(Stack(layer), selection: Mask(layer.Size, selected));
        desk.Model.Start(settings);
        desk.Settle();
        return desk;
    }

    private static LayerStack Stack(PixelBuffer layer) =>
        new([Sheets.Layer(0, "Photo", layer), Sheets.Layer(1, "Coat", Sheets.Red())], 0, new NoFiles());

    private static SelectionMask? Mask(GridSize canvas, PixelRect? selected) => selected is { } rect ? Sheets.Selected(canvas, rect) : null;

    private static PixelBuffer Photo() => Sheets.Paint(s_canvas, Color);

    // Sepia: what is looked at and gets no colour would turn grey.
    private static (int R, int G, int B, int Alpha) Color(int x, int y)
    {
        int level = (x < s_canvas.Width / 2 ? 60 : 140) + (x * 7 + y * 13) % 40;
        return (level + 12, level, level - 12, 255);
    }

    private static byte[] Inside(Desk desk) => Cut(Rendered(desk.Model.Result!), s_selected);

    private static byte[] Cut(PixelBuffer picture, PixelRect part) =>
        [.. Enumerable.Range(part.Y, part.Height).SelectMany(y => picture.Row(y).Slice(4 * part.X, 4 * part.Width).ToArray())];

    private static PixelBuffer Rendered(RenderedResult result)
    {
        PixelBuffer picture = Photo();
        result.ColorTile(PixelRect.Whole(s_canvas), picture.Row, CancellationToken.None);
        return picture;
    }
}
