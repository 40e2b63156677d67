using System.Diagnostics;

namespace SPColor.PdnEffect.Tests.Worker;

public sealed class ParentDeathTests
{
    [Theory(Timeout = Processes.MillisecondsUntilGivenUp)]
    [InlineData("SPColor.FakeWorker")]
    [InlineData("spcolor")]
    public async Task A_worker_ends_when_the_plugins_process_is_killed(string program)
    {
        var info = new ProcessStartInfo(Fake.Program, ["parent", Fake.Executable(program)]) { RedirectStandardOutput = true };
        using Process parent = Process.Start(info)!;
        int worker = int.Parse((await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
        Assert.True(Processes.IsRunning(worker));

        parent.Kill();

        await Processes.EndedAsync(worker);
    }
}
