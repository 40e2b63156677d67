using SPColor.Core;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class WorkerStartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("exit", "you must install .NET to run this")]
    [InlineData("close", "exit code 0")]
    [InlineData("version", "fake 9.9")]
    [InlineData("refuse", "the versions differ")]
    public async Task A_worker_that_is_none_is_refused_with_its_fault(string word, string words) =>
        Assert.Contains(words, await RefusalAsync(Fake.Launch(word), Fake.Patient), StringComparison.Ordinal);

    [Theory]
    [InlineData("garbage")]
    [InlineData("huge")]
    public async Task Another_program_that_talks_is_refused(string word) =>
        Assert.Contains("nonsense", await RefusalAsync(Fake.Launch(word), Fake.Impatient), StringComparison.Ordinal);

    [Fact]
    public async Task A_worker_that_says_nothing_is_given_up() => Assert.Contains(
        "did not answer",
        await RefusalAsync(Fake.Launch("mute"), Fake.Impatient with { Handshake = Fake.Impatient.CancelGrace }), StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_program_is_named()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "nowhere", "spcolor");

        string refusal = await RefusalAsync(new WorkerLaunch(program), Fake.Patient);

        Assert.Contains(program, refusal, StringComparison.Ordinal);
        Assert.Contains("missing", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_vanishes_between_two_requests_is_named()
    {
        using var folder = new ProgramFolder("p");
        await using var client = new WorkerClient(Fake.Launch("exit") with { Program = folder.Program }, Fake.Patient);
        await Assert.ThrowsAsync<SPColorException>(() => client.StartAsync(Stop));
        File.Delete(folder.Program);

        var failure = await Assert.ThrowsAsync<SPColorException>(() => client.StartAsync(Stop));

        Assert.Contains("antivirus", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_library_of_the_program_is_told_in_the_runtimes_own_words()
    {
        using var folder = new ProgramFolder("p");
        File.Delete(Path.ChangeExtension(folder.Program, ".dll"));
        if (!OperatingSystem.IsWindows())
            File.Delete(folder.Program + ".dll");

        Assert.Contains("ended at once", await RefusalAsync(new WorkerLaunch(folder.Program), Fake.Patient), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_may_not_be_executed_is_told_with_its_cure()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such permission");
        using var folder = new ProgramFolder("p");
        folder.Forbid();

        Assert.Contains("chmod +x", await RefusalAsync(new WorkerLaunch(folder.Program), Fake.Patient), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_program_is_told()
    {
        using var folder = new ProgramFolder("p");
        File.WriteAllBytes(folder.Program, [0, 1, 2, 3]);

        Assert.Contains("damaged", await RefusalAsync(new WorkerLaunch(folder.Program), Fake.Patient), StringComparison.Ordinal);
    }

    [Fact]
    public void The_installed_worker_lies_in_a_folder_of_its_own() =>
        Assert.Equal("worker", Path.GetFileName(Path.GetDirectoryName(WorkerLaunch.InFolder("plugin").Program)));

    private static async Task<string> RefusalAsync(WorkerLaunch launch, WorkerTimes times)
    {
        await using var client = new WorkerClient(launch, times);
        var failure = await Assert.ThrowsAsync<SPColorException>(() => client.StartAsync(Stop));
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Null(client.ProcessId);
        return failure.Message;
    }
}
