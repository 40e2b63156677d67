using SPColor.Core;
using SPColor.Core.Colorization;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class WorkerClientTests
{
    private static readonly ColorizationStage[] _preparing = [ColorizationStage.Features, ColorizationStage.Segmentation];
    private static readonly ColorizationStage[] _colouring =
        [ColorizationStage.Areas, ColorizationStage.Assignment, ColorizationStage.Correspondence, ColorizationStage.Color];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Colours_through_a_process_and_tells_every_stage_in_order()
    {
        var stages = new List<ColorizationStage>();
        await using var client = Fake.Client();

        ColorizeReply reply = await Fake.ColorizeAsync(client, new OnProgress(progress => stages.Add(progress.Stage)));

        Assert.All(reply.Chroma.A, a => Assert.Equal(42, a));
        // Progress may be overtaken by the answer, and is dropped then; what arrives is in order.
        Assert.True(IsPartOf(stages, [.. _preparing, .. _preparing, .. _colouring]), string.Join(' ', stages));
    }

    [Fact]
    public async Task Starts_nothing_before_the_first_request()
    {
        await using var client = Fake.Client();

        Assert.Null(client.ProcessId);
        WorkerReady ready = await client.StartAsync(Stop);

        Assert.NotNull(client.ProcessId);
        Assert.Equal(("fake", "GPU 0"), (ready.Pack, ready.Device));
    }

    [Fact]
    public async Task Disposal_kills_the_process_and_leaves_no_zombie()
    {
        var client = Fake.Client();
        await client.StartAsync(Stop);
        int id = client.ProcessId!.Value;

        await client.DisposeAsync();
        await client.DisposeAsync();

        Assert.False(Processes.IsRunning(id));
        if (OperatingSystem.IsLinux())
            Assert.Equal(0, Processes.Zombies());
    }

    [Fact]
    public async Task Disposal_ends_a_request_on_a_hanging_worker_as_cancelled()
    {
        var client = Fake.Client("hang", ColorizationStage.Features);
        var reached = new TaskCompletionSource();
        Task request = Fake.ColorizeAsync(client, new OnProgress(_ => reached.TrySetResult()));
        await reached.Task.WaitAsync(Stop);
        int id = client.ProcessId!.Value;

        await client.DisposeAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.StartAsync(Stop));
        Assert.False(Processes.IsRunning(id));
    }

    [Fact]
    public async Task Two_clients_have_two_processes_and_do_not_disturb_each_other()
    {
        await using var first = Fake.Client();
        await using var second = Fake.Client();
        await Task.WhenAll(Fake.ColorizeAsync(first), Fake.ColorizeAsync(second));
        Assert.NotEqual(first.ProcessId, second.ProcessId);

        await first.DisposeAsync();

        Assert.Equal(42, (await Fake.ColorizeAsync(second)).Chroma.A[0]);
    }

    [Fact]
    public async Task Requests_made_at_once_are_all_answered()
    {
        await using var client = Fake.Client();

        ColorizeReply[] replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Fake.ColorizeAsync(client)));

        Assert.All(replies, reply => Assert.Equal(42, reply.Chroma.A[0]));
    }

    [Fact]
    public async Task A_worker_that_ended_while_idle_is_started_again_without_a_word()
    {
        await using var client = Fake.Client();
        string? news = null;
        client.News += line => news = line;
        WorkerPicture picture = await client.PrepareAsync(Fake.Picture(), ImageRole.Target, null, Stop);
        int first = client.ProcessId!.Value;
        using (var process = System.Diagnostics.Process.GetProcessById(first))
            process.Kill();
        await Processes.EndedAsync(first);
        await ConnectionNoticedAsync(client);

        PictureAreas areas = await client.FindAreasAsync(picture, 1, Stop);

        Assert.Single(areas.Areas);
        Assert.NotEqual(first, client.ProcessId);
        Assert.Null(news);
    }

    [Fact]
    public async Task A_program_folder_with_unicode_in_its_path_works()
    {
        using var folder = new ProgramFolder("Ölgemälde 画像 'çà'");
        await using var client = new WorkerClient(Fake.Launch() with { Program = folder.Program }, Fake.Patient);

        Assert.Equal(42, (await Fake.ColorizeAsync(client)).Chroma.A[0]);
    }

    [Fact]
    public async Task A_library_that_floods_standard_error_stops_nothing()
    {
        await using var client = Fake.Client("flood");

        Assert.Equal(42, (await Fake.ColorizeAsync(client)).Chroma.A[0]);
    }

    [Theory]
    [InlineData("fail", "not enough memory: use a smaller working size")]
    [InlineData("defect", "an index was wrong")]
    public async Task A_failure_in_a_request_is_told_and_the_worker_lives_on(string word, string words)
    {
        await using var client = Fake.Client(word, ColorizationStage.Segmentation);
        int id = await Started(client);

        var failure = await Assert.ThrowsAnyAsync<SPColorException>(
            () => client.PrepareAsync(Fake.Picture(), ImageRole.Target, null, Stop));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Equal(id, await Started(client));
    }

    [Fact]
    public async Task A_worker_that_cannot_keep_the_pictures_is_told_of_with_a_cure()
    {
        await using var client = Fake.Client("forgetful");

        var failure = await Assert.ThrowsAsync<SPColorException>(() => Fake.ColorizeAsync(client));

        Assert.Contains("fewer references", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_of_another_size_is_refused()
    {
        await using var client = Fake.Client("wrong-size");

        await Assert.ThrowsAsync<WorkerDefectException>(() => Fake.ColorizeAsync(client));
    }

    private static async Task<int> Started(WorkerClient client)
    {
        await client.StartAsync(Stop);
        return client.ProcessId!.Value;
    }

    /// <summary>The process has ended; the client's own notice of it comes a moment later, on another thread.</summary>
    private static async Task ConnectionNoticedAsync(WorkerClient client)
    {
        while (client.ProcessId is not null)
            await Task.Yield();
    }

    private static bool IsPartOf(List<ColorizationStage> some, ColorizationStage[] all)
    {
        int found = 0;
        foreach (ColorizationStage stage in all)
        {
            if (found < some.Count && some[found] == stage)
                found++;
        }
        return found == some.Count;
    }
}
