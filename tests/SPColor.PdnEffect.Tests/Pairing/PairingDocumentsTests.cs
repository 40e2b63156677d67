using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>Documents that cannot be coloured as they are, and references that cannot be used.</summary>
public sealed class PairingDocumentsTests
{
    [Fact]
    public async Task One_layer_is_explained_and_nothing_runs_until_a_file_is_chosen()
    {
        await using Desk desk = new(new([Sheets.Layer(0, "Photo", Sheets.Grey())], 0, new NoFiles(Sheets.Red())));
        desk.Model.Start(SPColorSettings.Default);
        desk.Pass();
        Assert.Equal([new Notice(NoticeKind.Hint, Words.NoSecondLayer)], desk.Model.Notices);
        Assert.Empty(desk.Engine.Calls);
        Assert.Null(desk.Model.Result);
        Assert.False(desk.Model.CanRetry);
        Assert.Equal("", desk.Model.ProgressText);
        desk.Model.Areas = 9;
        desk.Model.Strength = 50;
        desk.Pass();
        Assert.Empty(desk.Engine.Calls);

        desk.Model.UseFile("/pictures/coat.png");
        desk.Settle();
        Assert.NotNull(desk.Model.Result);
        Assert.Equal("coat.png", desk.Model.Reference!.Label);
        Assert.Equal(desk.Model.Reference, Assert.Single(desk.Model.AvailableReferences));
    }

    [Fact]
    public async Task No_other_layer_with_colour_is_a_message_that_names_the_cure()
    {
        await using Desk desk = new(Sheets.Stack(("Old", Sheets.Grey()), ("Nothing", Sheets.Empty())));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Equal([new Notice(NoticeKind.Problem, Words.NoColoredLayer)], desk.Model.Notices);
    }

    [Theory]
    [InlineData("Old", true)]
    [InlineData("Nothing", false)]
    public async Task A_reference_without_colour_is_a_message_and_another_one_works(string name, bool grey)
    {
        await using Desk desk = Desk.Ready(("Old", Sheets.Grey()), ("Nothing", Sheets.Empty()), ("Coat", Sheets.Red()));
        desk.Model.Reference = desk.Model.AvailableReferences.Single(item => item.Label == name);
        desk.Settle();
        Assert.Equal([grey ? Words.GreyReference(name) : Words.EmptyReference(name)], desk.Texts);
        Assert.Null(desk.Model.Result);
        desk.Model.Reference = desk.Model.AvailableReferences.Single(item => item.Label == "Coat");
        desk.Settle();
        Assert.Empty(desk.Texts);
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task An_empty_active_layer_is_a_message()
    {
        await using Desk desk = new(new([Sheets.Layer(0, "Blank", Sheets.Empty()), Sheets.Layer(1, "Coat", Sheets.Red())], 0, new NoFiles()));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Equal([Words.EmptyLayer("Blank")], desk.Texts);
        Assert.Empty(desk.Engine.Calls);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_message()
    {
        await using Desk desk = Desk.Ready();
        desk.Model.UseFile("/pictures/gone.png");
        desk.Settle();
        Assert.Contains("gone.png", Assert.Single(desk.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thumbnails_come_by_themselves()
    {
        await using Desk desk = new(Sheets.Stack(("Nothing", Sheets.Empty()), ("Coat", Sheets.Red())));
        desk.Ui.RunUntil(() => desk.Model.AvailableReferences[0].Thumbnail is not null);
        Assert.Equal(["Coat", "Nothing"], desk.Model.AvailableReferences.Select(item => item.Label));
        Assert.Null(desk.Model.AvailableReferences[1].Thumbnail);
    }

    [Fact]
    public async Task A_token_of_another_document_keeps_its_choices_and_says_which_reference_is_gone()
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        desk.Model.Start(SPColorSettings.Default with { References = [new ReferenceKey(3, "Lost")], Areas = 3, StrengthPercent = 30 });
        desk.Settle();
        Assert.Equal([Words.ReferenceReplaced("Lost")], desk.Texts);
        Assert.Equal((3, 30), (desk.Model.Areas, desk.Model.Strength));
        Assert.Equal([new ReferenceKey(1, "Coat")], desk.Model.Settings.References);
    }

    [Fact]
    public async Task A_second_dialog_on_the_same_engine_starts_with_the_first_ones_choices()
    {
        await using FakeEngine engine = new();
        SPColorSettings kept;
        await using (Desk first = new(Sheets.Stack(("Coat", Sheets.Red())), engine))
        {
            first.Model.Start(SPColorSettings.Default with { Areas = 3 });
            first.Settle();
            kept = first.Model.Settings;
        }

        await using Desk second = new(Sheets.Stack(("Coat", Sheets.Red())), engine);
        second.Model.Start(kept);
        second.Settle();
        Assert.Empty(second.Texts);
        Assert.Equal(3, second.Model.Areas);
        Assert.NotSame(kept.Result, second.Model.Result);
    }

    [Fact]
    public async Task A_file_of_an_earlier_dialog_is_listed_before_it_is_shown_as_chosen()
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        List<bool> isListed = [];
        desk.Model.PropertyChanged += (_, change) =>
        {
            if (change.PropertyName == nameof(desk.Model.Reference))
            {
                int listed = desk.Model.AvailableReferences.Count;
                isListed.Add(desk.Model.Reference is null || desk.Model.AvailableReferences.Count == listed);
            }
        };
        desk.Model.Start(SPColorSettings.Default with { References = [new ReferenceKey(null, "/pictures/coat.png")] });
        Assert.NotEmpty(isListed);
        Assert.DoesNotContain(false, isListed);
    }

    [Fact]
    public async Task One_by_one_pixel_is_coloured()
    {
        LayerInfo dot = Sheets.Layer(0, "Dot", Sheets.Paint(new(1, 1), (_, _) => (90, 90, 90, 255)));
        LayerInfo red = Sheets.Layer(1, "Red", Sheets.Paint(new(1, 1), (_, _) => (200, 40, 40, 255)));
        await using Desk desk = new(new([dot, red], 0, new NoFiles()));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Empty(desk.Texts);
        Assert.NotNull(desk.Model.Result);
    }
}
