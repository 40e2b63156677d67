using System.Text;
using SPColor.Core.Assignment;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>What rows, messages and files show and take.</summary>
public sealed class PairingRowsTests
{
    [Fact]
    public async Task Rows_offer_every_choice_and_show_what_was_found()
    {
        await using Desk desk = Desk.Ready();
        AreaRow row = desk.Row(0);
        Assert.Equal(["auto", "A:0", "A:1", "A:2", "A:3", "guess", "grey"], row.Options.Select(option => option.Value).Order(Order(row)));
        Assert.Equal("auto", row.Choice.Value);
        Assert.Equal(0.75f, row.MatchStrength!.Value, 1e-6f);
        Assert.Equal("area 0", row.Title);
        Assert.Equal("25 %", row.Share);
        Assert.Equal("from area 0", row.Now);
        AreaRow reference = desk.ReferenceRow(0, 3);
        Assert.Equal(["auto", "0", "1", "2", "3", "unused"], reference.Options.Select(option => option.Value).Order(Order(reference)));
        Assert.Null(reference.MatchStrength);
        Assert.Equal("to area 3", reference.Now);
    }

    [Fact]
    public async Task Guess_and_leave_grey_are_choices()
    {
        await using Desk desk = Desk.Ready();
        Desk.Choose(desk.Row(0), "guess");
        Desk.Choose(desk.Row(1), "grey");
        desk.Settle();
        Assert.Equal("no match: guessed", desk.Row(0).Now);
        Assert.Equal(0, desk.Row(0).MatchStrength);
        Assert.Equal(TargetChoice.LeaveGrey, desk.Model.Settings.Assignment.Target(1));
    }

    [Fact]
    public async Task A_row_that_named_an_area_keeps_naming_it_when_the_area_counts_as_another()
    {
        await using Desk desk = Desk.Ready();
        Desk.Choose(desk.Row(0), "A:3");
        Desk.Choose(desk.ReferenceRow(0, 3), "1");
        desk.Settle();
        Assert.Equal("A:1", desk.Row(0).Choice.Value);
        Assert.Contains("area 3", desk.Row(0).Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_reference_changes_nothing_until_a_row_names_it()
    {
        await using Desk desk = Desk.Ready(("Coat", Sheets.Red()), ("Sky", Sheets.Red()));
        byte[] before = Picture(desk);
        desk.Model.AddReference(desk.Model.AvailableReferences.Single(item => item.Label == "Coat"));
        desk.Settle();
        Assert.Equal(["Sky", "Coat"], desk.Model.References.Select(item => item.Label));
        Assert.Equal(before, Picture(desk));
        Assert.Equal("auto", desk.Row(2).Choice.Value);

        Desk.Choose(desk.Row(2), "B:2");
        desk.Settle();
        Assert.Equal("from Coat: area 2", desk.Row(2).Now);
        Assert.NotEqual(before, Picture(desk));

        desk.Model.RemoveReference(desk.Model.References[1]);
        desk.Settle();
        Assert.Equal("auto", desk.Row(2).Choice.Value);
        Assert.Equal(before, Picture(desk));
    }

    [Fact]
    public async Task Hovering_lights_up_the_area_and_dims_the_rest()
    {
        await using Desk desk = Desk.Ready();
        desk.Model.HoveredRow = desk.Row(1);
        CanvasOverlay overlay = desk.Model.Canvas!.Overlay!;
        byte[] weights = [.. overlay.Colors.Take(overlay.Cells.Width).Select(color => color.Weight)];
        int first = Array.IndexOf(weights, (byte)0), last = Array.LastIndexOf(weights, (byte)0);
        Assert.InRange(first, overlay.Cells.Width / 5, overlay.Cells.Width / 3);
        Assert.InRange(last, overlay.Cells.Width / 3, overlay.Cells.Width * 3 / 5);
        desk.Model.HoveredRow = desk.ReferenceRow(0, 1);
        Assert.Equal(overlay.Colors, desk.Model.Canvas.Overlay!.Colors);
        desk.Model.HoveredRow = null;
        Assert.Null(desk.Model.Canvas.Overlay);
    }

    [Fact]
    public async Task A_click_in_the_picture_selects_its_row()
    {
        await using Desk desk = Desk.Ready();
        foreach ((double x, int area) in new[] { (-1, 0), (0.1, 0), (0.35, 1), (0.6, 2), (0.9, 3), (1, 3), (7, 3) })
        {
            desk.Model.SelectAt(x, 0.5);
            Assert.Same(desk.Row(area), desk.Model.SelectedRow);
        }
    }

    [Fact]
    public async Task A_pairing_is_saved_and_loaded()
    {
        await using Desk desk = Desk.Ready();
        Desk.Choose(desk.Row(0), "A:3");
        desk.Settle();
        MemoryStream file = new();
        desk.Model.Pairing!.Save(file);
        desk.Model.Reset();
        desk.Settle();
        Assert.Equal("auto", desk.Row(0).Choice.Value);

        file.Position = 0;
        desk.Model.LoadPairing(file, "coat.json");
        desk.Settle();
        Assert.Equal("A:3", desk.Row(0).Choice.Value);
        Assert.Equal(4, desk.Model.Areas);
        Assert.Empty(desk.Texts);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    public async Task A_file_that_is_no_pairing_is_refused_and_changes_nothing(string text)
    {
        await using Desk desk = Desk.Ready();
        SPColorSettings before = desk.Model.Settings;
        desk.Model.LoadPairing(new MemoryStream(Encoding.UTF8.GetBytes(text)), "holiday.txt");
        Notice notice = Assert.Single(desk.Model.Notices);
        Assert.Equal(NoticeKind.Problem, notice.Kind);
        Assert.Contains("holiday.txt", notice.Text, StringComparison.Ordinal);
        Assert.False(desk.Model.IsBusy);
        Assert.Equal(before.Assignment, desk.Model.Settings.Assignment);
    }

    [Fact]
    public async Task A_pairing_of_another_pack_or_with_unknown_areas_is_taken_with_a_warning()
    {
        await using Desk desk = Desk.Ready();
        AssignmentFile file = new("other", 4, CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.Parse("C:1")).WithTarget(20, TargetChoice.LetItGuess));
        MemoryStream stream = new();
        file.Save(stream);
        stream.Position = 0;
        desk.Model.LoadPairing(stream, "coat.json");
        desk.Settle();
        Assert.Contains(Words.OtherPack("coat.json", "other", "fake"), desk.Texts);
        Assert.Contains(Words.Note(new AssignmentNote(new AreaName(null, 0), new AreaName(2, 1))), desk.Texts);
        Assert.Contains(Words.Note(new AssignmentNote(new AreaName(null, 20), null)), desk.Texts);
        Assert.Equal(Words.MissingArea("C:1"), desk.Row(0).Choice.Label);
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task Small_areas_share_a_row_and_its_choice()
    {
        // Two bright dots: each under half a percent, of two areas that nothing else has.
        Core.Imaging.PixelBuffer photo = Sheets.Paint(new(320, 240), (x, y) =>
        {
            int level = (x / 12, y / 12) == (3, 3) ? 160 : (x / 12, y / 12) == (9, 9) ? 250 : 40;
            return (level, level, level, 255);
        });
        await using Desk desk = new(new([Sheets.Layer(0, "Photo", photo), Sheets.Layer(1, "Coat", Sheets.Red())], 0, new NoFiles()));
        desk.Model.Start(SPColorSettings.Default with { Areas = 4 });
        desk.Settle();
        Assert.Equal(2, desk.Model.TargetRows.Count);
        AreaRow small = desk.Model.TargetRows[1];
        Assert.True(small.Card.IsSmall);
        Assert.True(small.Card.ClassIds.Count == 2 && small.Card.Share < 2 * ClassSummary.SmallAreaShare);
        Assert.Equal("2 small areas", small.Title);
        Desk.Choose(small, "A:3");
        Assert.All(small.Card.ClassIds, id => Assert.Equal("A:3", desk.Model.Settings.Assignment.Target(id).ToString()));
    }

    [Fact]
    public async Task Reset_goes_back_to_the_first_state()
    {
        await using Desk desk = Desk.Ready();
        byte[] before = Picture(desk);
        Desk.Choose(desk.Row(0), "A:3");
        desk.Model.Areas = 9;
        desk.Model.Strength = 5;
        desk.Model.Side = 512;
        desk.Model.Overlay = OverlayKind.Areas;
        desk.Settle();
        Assert.NotEqual(before, Picture(desk));
        desk.Model.Reset();
        desk.Settle();
        Assert.Equal((4, 100, 256, OverlayKind.None), (desk.Model.Areas, desk.Model.Strength, desk.Model.Side, desk.Model.Overlay));
        Assert.Equal(before, Picture(desk));
    }

    private static byte[] Picture(Desk desk)
    {
        Core.Imaging.PixelBuffer pixels = Sheets.Grey();
        desk.Model.Result!.ColorTile(new(0, 0, 64, 48), pixels.Row, CancellationToken.None);
        return pixels.Bytes;
    }

    // Areas by name, the words where they stand: equal shares may come in any order.
    private static Comparer<string> Order(AreaRow row)
    {
        string[] values = [.. row.Options.Select(option => option.Value)];
        return Comparer<string>.Create((x, y) => IsArea(x) && IsArea(y)
            ? string.CompareOrdinal(x, y)
            : Array.IndexOf(values, x).CompareTo(Array.IndexOf(values, y)));

        static bool IsArea(string value) => char.IsAsciiDigit(value[^1]);
    }
}
