using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Tests.Worker;

/// <summary>The misbehaving worker program, and the requests that tests make of it.</summary>
internal static class Fake
{
    private static readonly TimeSpan _long = TimeSpan.FromSeconds(60);

    /// <summary>Nothing runs out, however busy the machine is: for workers that obey, or die.</summary>
    public static readonly WorkerTimes Patient = new(_long, _long, _long, _long);

    /// <summary>For workers that neither obey nor die: the sooner they are given up, the better.</summary>
    public static readonly WorkerTimes Impatient = Patient with
    {
        CancelGrace = TimeSpan.FromMilliseconds(50), LastWords = TimeSpan.FromMilliseconds(50),
    };

    public static readonly AssignmentFile Pairing = new("fake", 1, CategoryAssignment.Automatic);

    public static string Program { get; } = Executable("SPColor.FakeWorker");

    public static string Executable(string name) =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    public static WorkerLaunch Launch(string? word = null, ColorizationStage? stage = null, string device = "gpu") => new(
        Program, device, word is null ? null : stage is null ? ["--fake", word] : ["--fake", word, stage.Value.ToString()]);

    public static WorkerClient Client(string? word = null, ColorizationStage? stage = null, string device = "gpu") =>
        new(Launch(word, stage, device), Patient);

    public static LabImage Picture(float a = 0)
    {
        var image = new LabImage(new GridSize(32, 32));
        Array.Fill(image.A, a);
        return image;
    }

    /// <summary>All that a dialog does: prepare both pictures, then colour.</summary>
    public static Task<ColorizeReply> ColorizeAsync(WorkerClient client, IProgress<ColorizationProgress>? progress = null) =>
        ColorizeUntilAsync(client, progress, TestContext.Current.CancellationToken);

    public static async Task<ColorizeReply> ColorizeUntilAsync(
        WorkerClient client, IProgress<ColorizationProgress>? progress, CancellationToken stop)
    {
        WorkerPicture target = await client.PrepareAsync(Picture(), ImageRole.Target, progress, stop);
        WorkerPicture reference = await client.PrepareAsync(Picture(a: 42), ImageRole.Reference, progress, stop);
        return await client.ColorizeAsync(target, [reference], Pairing, progress, stop);
    }
}

/// <summary>Calls back on the thread that reports.</summary>
internal sealed class OnProgress(Action<ColorizationProgress> callback) : IProgress<ColorizationProgress>
{
    public void Report(ColorizationProgress value) => callback(value);
}
