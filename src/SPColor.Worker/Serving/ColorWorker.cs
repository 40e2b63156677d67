using System.Reflection;
using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;
using IEngine = SPColor.Worker.Colorizing.IEngine;

namespace SPColor.Worker.Serving;

/// <summary>The worker itself: one request at a time uses the pipeline, the others wait; hello never waits.</summary>
/// <param name="engine">Opened by the first request that needs it.</param>
/// <param name="cache">Prepared pictures.</param>
/// <param name="idle">Told of every request.</param>
internal sealed class ColorWorker(EngineHost engine, PictureCache cache, IdleWatch idle) : IColorWorker, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    public static string ProgramVersion { get; } =
        typeof(ColorWorker).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public Task<WorkerHello> HelloAsync(int protocolVersion, CancellationToken cancellationToken)
    {
        using IDisposable request = idle.Begin();
        return protocolVersion == WorkerProtocol.Version
            ? Task.FromResult(new WorkerHello(WorkerProtocol.Version, ProgramVersion, ModelPacks.Installed.Names()))
            : throw new SPColorException(
                $"spcolor {ProgramVersion} speaks version {WorkerProtocol.Version} of the worker protocol, not {protocolVersion}: reinstall SPColor");
    }

    public Task<WorkerReady> ReadyAsync(CancellationToken cancellationToken) => InTurn(
        served => new WorkerReady(
            served.Pipeline.Facts.Name,
            served.Device.ToString(),
            served.Pipeline.Facts.Prior.DefaultClassCount,
            served.Pipeline.Facts.Prior.Count,
            served.Pipeline.Facts.AnySize),
        cancellationToken);

    public Task<string> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) => InTurn(
        served =>
        {
            RequestCheck.Picture(image);
            string key = PictureKey.Of(image, role);
            if (!cache.TryGet(key, out _))
                cache.Add(key, served.Pipeline.Prepare(image, role, progress, cancellationToken));
            return key;
        },
        cancellationToken);

    public Task<PictureAreas> FindAreasAsync(string picture, int areas, CancellationToken cancellationToken) => InTurn(
        served =>
        {
            PreparedImage prepared = cache.Get(picture);
            ClassMap map = prepared.Classes(areas);
            CategoryReduction reduction = CategoryReduction.Create(served.Pipeline.Facts.Prior, areas);
            return new PictureAreas(map, ClassSummary.Describe(map, prepared.Image, reduction));
        },
        cancellationToken);

    public Task<ColorizeReply> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken) => InTurn(
        served =>
        {
            AssignmentFile pairing = RequestCheck.Pairing(request, served.Pipeline.Facts);
            PreparedImage target = cache.Get(request.Target);
            PreparedImage[] references = [.. request.References.Select(cache.Get)];
            var options = new ColorizationOptions(pairing.Areas, pairing.Assignment);
            ColorizationResult result = served.Pipeline.Colorize(target, references, options, progress, cancellationToken);
            return ColorizeReply.From(result, served.Device.ToString());
        },
        cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<T> InTurn<T>(Func<IEngine, T> work, CancellationToken cancellationToken)
    {
        using IDisposable request = idle.Begin();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            T result = await Task.Run(() => engine.Run(work, cancellationToken), cancellationToken);
            // A cancel during the last step counts too.
            cancellationToken.ThrowIfCancellationRequested();
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }
}
