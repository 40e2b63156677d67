using SPColor.Core;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;
using SPColor.PdnEffect.Tests.Fakes;

namespace SPColor.PdnEffect.Tests.Pairing;

/// <summary>What a change runs, and what it does not.</summary>
public sealed class PairingRunsTests
{
    [Fact]
    public async Task The_first_run_prepares_both_pictures_and_gives_a_result()
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Equal(["prepare target", "prepare reference", "areas 4", "areas 4", "colorize"], desk.Engine.Calls);
        Assert.NotNull(desk.Model.Result);
        Assert.Equal(4, desk.Model.Areas);
        Assert.Equal("Coat", desk.Model.Reference!.Label);
        Assert.Equal(desk.Engine.Device, desk.Model.Device);
        Assert.Empty(desk.Model.Notices);
        Assert.Equal(4, desk.Model.TargetRows.Count);
        Assert.Equal(4, desk.Model.ReferenceRows.Count);
    }

    [Fact]
    public async Task A_dropdown_asks_for_colour_alone()
    {
        await using Desk desk = Desk.Ready();
        RenderedResult? before = desk.Model.Result;
        AreaRow row = desk.Row(1);
        Desk.Choose(row, "A:3");
        desk.Settle();
        Assert.Equal(["colorize"], desk.Engine.Calls);
        Assert.NotEqual(before, desk.Model.Result);
        Assert.Same(row, desk.Row(1));
        Assert.Equal("A:3", row.Choice.Value);
        Assert.Contains("area 3", row.Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_row_asks_for_colour_alone()
    {
        await using Desk desk = Desk.Ready();
        Desk.Choose(desk.ReferenceRow(0, 3), "1");
        desk.Settle();
        Assert.Equal(["colorize"], desk.Engine.Calls);
        Assert.Contains("area 3", desk.Row(1).Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_of_areas_asks_for_areas_and_colour_and_going_back_for_colour()
    {
        await using Desk desk = Desk.Ready();
        RenderedResult before = desk.Model.Result!;
        desk.Model.Areas = 2;
        desk.Settle();
        Assert.Equal(["areas 2", "areas 2", "colorize"], desk.Engine.Calls);
        desk.Engine.Forget();
        desk.Model.Areas = 4;
        desk.Settle();
        Assert.Equal(["colorize"], desk.Engine.Calls);
        Assert.Equal(Pictures(before), Pictures(desk.Model.Result!));
    }

    [Fact]
    public async Task Strength_overlay_and_hover_run_nothing()
    {
        await using Desk desk = Desk.Ready();
        RenderedResult before = desk.Model.Result!;
        desk.Model.Strength = 40;
        Assert.Equal(0.4f, desk.Model.Result!.Strength);
        Assert.Same(before.Upsampler, desk.Model.Result.Upsampler);
        desk.Model.Overlay = OverlayKind.MatchStrength;
        Assert.NotNull(desk.Model.Canvas!.Overlay);
        Assert.Null(desk.Model.Result.Overlay);
        desk.Model.Overlay = OverlayKind.None;
        Assert.Null(desk.Model.Canvas.Overlay);
        desk.Model.HoveredRow = desk.Row(2);
        Assert.NotNull(desk.Model.Canvas.Overlay);
        desk.Pass();
        Assert.Empty(desk.Engine.Calls);
        Assert.False(desk.Model.IsBusy);
    }

    [Fact]
    public async Task Another_reference_prepares_that_picture_alone_and_the_first_one_is_kept()
    {
        await using Desk desk = Desk.Ready(("Coat", Sheets.Red()), ("Sky", Sheets.Red()));
        Assert.Equal("Sky", desk.Model.Reference!.Label);
        desk.Model.Reference = desk.Model.AvailableReferences.Single(item => item.Label == "Coat");
        desk.Settle();
        Assert.Equal(["prepare reference", "areas 4", "colorize"], desk.Engine.Calls);
        desk.Engine.Forget();
        desk.Model.Reference = desk.Model.AvailableReferences.Single(item => item.Label == "Sky");
        desk.Settle();
        Assert.Equal(["colorize"], desk.Engine.Calls);
    }

    [Fact]
    public async Task Another_working_size_prepares_everything()
    {
        await using Desk desk = Desk.Ready();
        desk.Model.Side = 384;
        desk.Settle();
        Assert.Equal(["prepare target", "prepare reference", "areas 4", "areas 4", "colorize"], desk.Engine.Calls);
        Assert.Equal(384, desk.Model.Settings.Side);
    }

    [Fact]
    public async Task What_follows_within_the_pause_is_one_run()
    {
        await using Desk desk = Desk.Ready();
        for (int areas = 5; areas <= 12; areas++)
        {
            desk.Model.Areas = areas;
            desk.Time.Advance(LatestRun.Pause / 2);
        }

        desk.Settle();
        Assert.Equal(["areas 12", "areas 12", "colorize"], desk.Engine.Calls);
    }

    [Fact]
    public async Task Values_out_of_range_are_brought_into_it_or_ignored()
    {
        await using Desk desk = Desk.Ready();
        desk.Model.Areas = 99;
        desk.Model.Strength = 200;
        desk.Model.Side = 300;
        Assert.Equal((27, 100, 256), (desk.Model.Areas, desk.Model.Strength, desk.Model.Side));
        desk.Model.Areas = -1;
        desk.Model.Strength = -5;
        Assert.Equal((1, 0), (desk.Model.Areas, desk.Model.Strength));
    }

    [Fact]
    public async Task A_newer_request_cancels_the_older_whose_result_is_dropped()
    {
        await using Desk desk = Desk.Ready();
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool cancelled = false;
        desk.Engine.Before = async (call, cancellationToken) =>
        {
            if (call == "areas 9")
            {
                entered.SetResult();
                await held.Task.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
                cancelled = cancellationToken.IsCancellationRequested;
            }
        };
        desk.Model.Areas = 9;
        desk.Pass();
        desk.Ui.RunUntil(entered.Task);
        desk.Model.Areas = 2;
        held.SetResult();
        desk.Settle();
        Assert.True(cancelled);
        Assert.Equal(2, desk.Model.Areas);
        Assert.All(desk.Model.TargetRows, row => Assert.All(row.Card.ClassIds, id => Assert.InRange(id, 0, 1)));
        Assert.Single(desk.Engine.Calls, "colorize");
    }

    [Fact]
    public async Task An_older_answer_that_ignores_cancellation_is_not_shown()
    {
        await using Desk desk = Desk.Ready();
        RenderedResult before = desk.Model.Result!;
        TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        LatestRun run = new(desk.Ui, desk.Time);
        string? shown = null;
        run.Request<string, int>((_, _) => finished.Task.ContinueWith(_ => "old", TaskScheduler.Default), _ => { }, text => shown = text, _ => { });
        desk.Pass();
        run.Request<string, int>((_, _) => Task.FromResult("new"), _ => { }, text => shown += text, _ => { });
        finished.SetResult();
        desk.Time.Advance(LatestRun.Pause);
        desk.Ui.RunUntil(() => shown is not null);
        await run.DisposeAsync();
        desk.Ui.RunPosted();
        Assert.Equal("new", shown);
        Assert.Same(before, desk.Model.Result);
    }

    [Fact]
    public async Task Cancel_keeps_the_last_result_and_says_how_to_go_on()
    {
        await using Desk desk = Desk.Ready();
        RenderedResult before = desk.Model.Result!;
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Engine.Before = async (call, cancellationToken) =>
        {
            if (call != "colorize")
                return;
            entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        desk.Model.Areas = 7;
        Assert.True(desk.Model.IsBusy);
        Assert.False(desk.Model.CanRetry);
        desk.Pass();
        desk.Ui.RunUntil(entered.Task);
        desk.Model.Cancel();
        Assert.False(desk.Model.IsBusy);
        Assert.True(desk.Model.CanRetry);
        Assert.Equal("", desk.Model.ProgressText);
        Assert.Equal([Words.Stopped(hasResult: true)], desk.Texts);
        Assert.Same(before, desk.Model.Result);

        desk.Engine.Before = (_, _) => Task.CompletedTask;
        desk.Engine.Forget();
        desk.Model.Retry();
        desk.Settle();
        Assert.False(desk.Model.CanRetry);
        Assert.Equal(["colorize"], desk.Engine.Calls);
        Assert.NotSame(before, desk.Model.Result);
    }

    [Fact]
    public async Task A_first_run_that_is_stopped_says_that_nothing_is_coloured()
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        desk.Model.Start(SPColorSettings.Default);
        desk.Model.Cancel();
        Assert.Equal([Words.Stopped(hasResult: false)], desk.Texts);
        desk.Model.Retry();
        desk.Settle();
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task Disposing_in_the_middle_of_a_run_ends_it_and_nothing_is_told_any_more()
    {
        Desk desk = Desk.Ready();
        TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        bool ended = false;
        desk.Engine.Before = async (_, cancellationToken) =>
        {
            entered.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended = true;
            }
        };
        desk.Model.Areas = 7;
        desk.Pass();
        desk.Ui.RunUntil(entered.Task);
        desk.Changes.Clear();
        await desk.Model.DisposeAsync();
        desk.Engine.Say("too late");
        desk.Ui.RunPosted();
        Assert.True(ended);
        Assert.Empty(desk.Changes);
    }

    [Fact]
    public async Task Progress_names_the_stage_and_never_falls()
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        List<string> texts = [];
        List<float> fractions = [];
        desk.Model.PropertyChanged += (_, change) =>
        {
            if (change.PropertyName == nameof(desk.Model.ProgressText))
                texts.Add(desk.Model.ProgressText);
            if (change.PropertyName == nameof(desk.Model.Progress) && desk.Model.IsBusy)
                fractions.Add(desk.Model.Progress);
        };
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Contains("Reading Photo…", texts);
        Assert.Contains("Reading Coat…", texts);
        Assert.Contains("Colouring…", texts);
        Assert.Equal(Words.Ready, texts[^1]);
        Assert.NotEmpty(fractions);
        Assert.Equal(fractions.Order(), fractions);
        Assert.All(fractions, fraction => Assert.InRange(fraction, 0, 1));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("prepare target")]
    [InlineData("prepare reference")]
    [InlineData("areas 4")]
    [InlineData("colorize")]
    public async Task A_failure_at_any_stage_is_a_message_and_the_next_run_works(string stage)
    {
        await using Desk desk = new(Sheets.Stack(("Coat", Sheets.Red())));
        desk.Engine.Before = (call, _) => call == stage ? throw new SPColorException("the colour process ended: try again") : Task.CompletedTask;
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        Assert.Equal([new Notice(NoticeKind.Problem, "the colour process ended: try again")], desk.Model.Notices);
        Assert.Null(desk.Model.Result);
        Assert.True(desk.Model.CanRetry);
        Assert.Equal("", desk.Model.ProgressText);

        desk.Engine.Before = (_, _) => Task.CompletedTask;
        desk.Model.Retry();
        desk.Settle();
        Assert.False(desk.Model.CanRetry);
        Assert.Equal(Words.Ready, desk.Model.ProgressText);
        Assert.Empty(desk.Model.Notices);
        Assert.NotNull(desk.Model.Result);
    }

    [Fact]
    public async Task A_defect_is_a_message_too_and_strength_brings_no_stale_result_back()
    {
        await using Desk desk = Desk.Ready();
        desk.Engine.Before = (_, _) => throw new InvalidOperationException("a defect");
        desk.Model.Areas = 9;
        desk.Settle();
        Assert.Equal(Words.Defect(new InvalidOperationException("a defect")), Assert.Single(desk.Texts));
        desk.Model.Strength = 10;
        Assert.Null(desk.Model.Result);
        Assert.Null(desk.Model.Canvas);
    }

    [Fact]
    public async Task News_of_the_engine_are_hints()
    {
        await using Desk desk = Desk.Ready();
        desk.Engine.Say("The colour process was restarted.");
        desk.Ui.RunPosted();
        Assert.Equal([new Notice(NoticeKind.Hint, "The colour process was restarted.")], desk.Model.Notices);
    }

    private static byte[] Pictures(RenderedResult result)
    {
        Core.Imaging.PixelBuffer pixels = Sheets.Grey();
        result.ColorTile(new(0, 0, 64, 48), pixels.Row, CancellationToken.None);
        return pixels.Bytes;
    }
}
