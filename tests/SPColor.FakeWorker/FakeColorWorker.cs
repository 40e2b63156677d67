using System.Collections.Concurrent;
using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;

namespace SPColor.FakeWorker;

/// <summary>Answers at once, with one area and the reference's first colour; and misbehaves as told, at the stage told.</summary>
internal sealed class FakeColorWorker(Behaviour behaviour, Stream sending) : IColorWorker
{
    private const int Stride = 4;

    private readonly ConcurrentDictionary<string, LabImage> _pictures = new();

    private string DeviceWords => behaviour.Device switch
    {
        "cpu" => "CPU",
        "auto" => "CPU (because this build has no DirectML)",
        _ => "GPU 0",
    };

    public Task<WorkerHello> HelloAsync(int protocolVersion, CancellationToken cancellationToken) => behaviour.Word == "refuse"
        ? throw new SPColorException("the versions differ: reinstall SPColor")
        : Task.FromResult(new WorkerHello(WorkerProtocol.Version + (behaviour.Word == "version" ? 1 : 0), "fake 9.9", ["fake"]));

    public async Task<WorkerReady> ReadyAsync(CancellationToken cancellationToken)
    {
        if (behaviour.Word == "die-loading" && behaviour.Device != "cpu")
            Environment.Exit(9);
        if (behaviour.Word == "hang-loading")
        {
            File.Create(behaviour.Mark).Dispose();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }
        return new WorkerReady("fake", DeviceWords, 1, 1, true);
    }

    public async Task<string> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken)
    {
        await DoAsync(ColorizationStage.Features, progress, cancellationToken);
        await DoAsync(ColorizationStage.Segmentation, progress, cancellationToken);
        string key = PictureKey.Of(image, role);
        _pictures[key] = image;
        return key;
    }

    public Task<PictureAreas> FindAreasAsync(string picture, int areas, CancellationToken cancellationToken)
    {
        LabImage image = Picture(picture);
        ClassMap map = OneArea(image);
        return Task.FromResult(new PictureAreas(map, ClassSummary.Describe(map, image)));
    }

    public async Task<ColorizeReply> ColorizeAsync(
        ColorizeRequest request, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken)
    {
        LabImage target = Picture(request.Target);
        LabImage[] references = [.. request.References.Select(Picture)];
        for (ColorizationStage stage = ColorizationStage.Areas; stage <= ColorizationStage.Color; stage++)
            await DoAsync(stage, progress, cancellationToken);
        GridSize size = behaviour.Word == "wrong-size" ? new GridSize(1, 1) : target.Size;
        var chroma = new ChromaPlanes(size, new float[size.Count], new float[size.Count]);
        Array.Fill(chroma.A, references[0].A[0]);
        Array.Fill(chroma.B, references[0].B[0]);
        ClassMap classes = OneArea(target);
        return new ColorizeReply(
            chroma, new float[classes.Size.Count], classes, [.. references.Select(OneArea)], [new AreaMatch(0, [new AreaName(0, 0)], 1)], [], "CPU");
    }

    private static ClassMap OneArea(LabImage image)
    {
        GridSize grid = image.Size.AtStride(Stride);
        return new ClassMap(grid, new int[grid.Count], new float[grid.Count], 1);
    }

    private LabImage Picture(string key) => behaviour.Word != "forgetful" && _pictures.TryGetValue(key, out LabImage? image)
        ? image
        : throw new UnknownPictureException(key);

    private async Task DoAsync(ColorizationStage stage, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new ColorizationProgress(stage, 0));
        if (stage != behaviour.Stage)
            return;
        switch (behaviour.Word)
        {
            case "die" when behaviour.Device != "cpu":
            case "die-always":
                Console.Error.WriteLine("the display driver was reset");
                Environment.Exit(9);
                break;
            case "hang":
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case "slow":
                await Task.Delay(Timeout.Infinite, cancellationToken);
                break;
            case "fail":
                throw new SPColorException("not enough memory: use a smaller working size");
            case "defect":
                throw new InvalidOperationException("an index was wrong");
            case "babble":
                sending.Write("some library prints to standard output\n"u8);
                sending.Flush();
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
        }
    }
}
