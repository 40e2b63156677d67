using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;

namespace SPColor.Worker.Tests.Serving;

/// <summary>Does what the test says.</summary>
internal sealed class ScriptedWorker : IColorWorker
{
    public Func<LabImage, IProgress<ColorizationProgress>?, CancellationToken, Task<string>> Prepare { get; init; } =
        (_, _, _) => Task.FromResult("");

    public Func<ColorizeRequest, ColorizeReply> Colorize { get; init; } = _ => throw new InvalidOperationException();

    public Func<string, PictureAreas> FindAreas { get; init; } = _ => throw new InvalidOperationException();

    public Task<WorkerHello> HelloAsync(int protocolVersion, CancellationToken cancellationToken) =>
        Task.FromResult(new WorkerHello(protocolVersion, "test", ["a", "b"]));

    public Task<WorkerReady> ReadyAsync(CancellationToken cancellationToken) => Task.FromResult(new WorkerReady("pack", "CPU", 12, 27, true));

    public Task<string> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) =>
        Prepare(image, progress, cancellationToken);

    public Task<PictureAreas> FindAreasAsync(string picture, int areas, CancellationToken cancellationToken) =>
        Task.FromResult(FindAreas(picture));

    public Task<ColorizeReply> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) =>
        Task.FromResult(Colorize(request));
}
