using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Settings;

/// <summary>Ctrl+F.</summary>
public sealed class RepeatRunTests
{
    private static readonly ReferenceKey s_coat = new(1, "Coat"), s_sky = new(2, "Sky");

    [Fact]
    public async Task It_gives_what_the_dialog_gave()
    {
        await using Desk desk = Desk.Ready();
        Desk.Choose(desk.Row(0), "A:3");
        desk.Model.Strength = 70;
        desk.Settle();
        RepeatOutcome outcome = await Run(desk.Model.Settings, Sheets.Stack(("Coat", Sheets.Red())));
        Assert.Empty(outcome.Messages);
        Assert.Equal(Picture(desk.Model.Result!), Picture(outcome.Result!));
    }

    [Fact]
    public async Task A_document_of_another_size_gets_a_result_of_its_own_size()
    {
        await using Desk desk = Desk.Ready();
        Core.Imaging.PixelBuffer wide = Sheets.Paint(new(200, 30), (x, _) => (x, x, x, 255));
        LayerStack other = new([Sheets.Layer(0, "Old photo", wide), Sheets.Layer(1, "Coat", Sheets.Paint(wide.Size, (x, _) => (x + 40, x, x, 255)))], 0, new NoFiles());
        RepeatOutcome outcome = await Run(desk.Model.Settings, other);
        Assert.Empty(outcome.Messages);
        Assert.Equal(wide.Size, outcome.Result!.Size);
        Core.Imaging.PixelBuffer last = Sheets.Paint(new(1, 1), (_, _) => (199, 199, 199, 255));
        outcome.Result.ColorTile(new(199, 29, 1, 1), last.Row, CancellationToken.None);
        Assert.NotEqual(Sheets.Pixel(last, 0, 0)[0], Sheets.Pixel(last, 0, 0)[2]);
    }

    [Fact]
    public async Task Rules_for_areas_that_are_not_there_are_told_and_the_others_apply()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.LeaveGrey).WithTarget(9, TargetChoice.LetItGuess);
        RepeatOutcome outcome = await Run(
            SPColorSettings.Default with { References = [s_coat], Areas = 4, Assignment = assignment }, Sheets.Stack(("Coat", Sheets.Red())));
        Assert.Equal([Words.Note(new AssignmentNote(new AreaName(null, 9), null))], outcome.Messages);
        byte[] picture = Picture(outcome.Result!);
        Assert.Equal(Sheets.Grey().Bytes.AsSpan(0, 40).ToArray(), picture.AsSpan(0, 40).ToArray());
        Assert.NotEqual(Sheets.Grey().Bytes, picture);
    }

    [Fact]
    public async Task An_only_reference_that_is_gone_is_replaced_and_that_is_told()
    {
        RepeatOutcome outcome = await Run(SPColorSettings.Default with { References = [new(5, "Lost")] }, Sheets.Stack(("Coat", Sheets.Red())));
        Assert.Equal([Words.ReferenceReplaced("Lost")], outcome.Messages);
        Assert.NotNull(outcome.Result);
    }

    [Fact]
    public void Of_several_references_the_missing_ones_take_their_rules_with_them()
    {
        CategoryAssignment assignment = CategoryAssignment.Automatic
            .WithTarget(0, TargetChoice.Parse("A:1")).WithTarget(1, TargetChoice.Parse("B:2")).WithTarget(2, TargetChoice.Parse("C:3"));
        ResolvedReferences resolved = ResolvedReferences.Of(
            SPColorSettings.Default with { References = [s_coat, new(7, "Lost"), s_sky], Assignment = assignment },
            Sheets.Stack(("Coat", Sheets.Red()), ("Sky", Sheets.Red())));
        Assert.Equal([s_coat, s_sky], resolved.References.Select(reference => reference.Key));
        Assert.Equal(["A:1", "auto", "B:3"], Enumerable.Range(0, 3).Select(id => resolved.Assignment.Target(id).ToString()));
        Assert.Equal([Words.ReferenceGone("Lost")], resolved.Missing);
    }

    [Fact]
    public async Task The_layer_that_was_the_reference_and_now_is_active_is_not_its_own_reference()
    {
        LayerStack stack = new([Sheets.Layer(0, "Photo", Sheets.Red()), Sheets.Layer(1, "Coat", Sheets.Grey())], 1, new NoFiles());
        RepeatOutcome outcome = await Run(SPColorSettings.Default with { References = [s_coat] }, stack);
        Assert.Equal([Words.ReferenceReplaced("Coat")], outcome.Messages);
        Assert.NotNull(outcome.Result);
    }

    [Fact]
    public async Task Foreseeable_failures_and_defects_are_messages_without_a_result()
    {
        Assert.Equal([Words.NoSecondLayer], (await Run(SPColorSettings.Default, Sheets.Stack())).Messages);
        Assert.Equal([Words.NoColoredLayer], (await Run(SPColorSettings.Default, Sheets.Stack(("Old", Sheets.Grey())))).Messages);
        foreach (Exception failure in new Exception[] { new SPColorException("the worker is missing: install it again"), new InvalidOperationException("oops") })
        {
            FakeEngine engine = new() { Before = (_, _) => throw failure };
            RepeatOutcome outcome = await RepeatRun.RunAsync(
                SPColorSettings.Default, Sheets.Stack(("Coat", Sheets.Red())), null, engine, TestContext.Current.CancellationToken);
            Assert.Null(outcome.Result);
            Assert.Equal([failure is SPColorException ? failure.Message : Words.Defect(failure)], outcome.Messages);
        }
    }

    [Fact]
    public async Task Cancellation_is_not_a_message()
    {
        using CancellationTokenSource source = new();
        FakeEngine engine = new() { Before = (_, _) => source.CancelAsync() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RepeatRun.RunAsync(SPColorSettings.Default, Sheets.Stack(("Coat", Sheets.Red())), null, engine, source.Token));
    }

    private static Task<RepeatOutcome> Run(SPColorSettings settings, LayerStack layers) =>
        RepeatRun.RunAsync(settings, layers, null, new FakeEngine(), TestContext.Current.CancellationToken);

    private static byte[] Picture(PdnEffect.Rendering.RenderedResult result)
    {
        Core.Imaging.PixelBuffer pixels = Sheets.Grey();
        result.ColorTile(new(0, 0, 64, 48), pixels.Row, CancellationToken.None);
        return pixels.Bytes;
    }
}
