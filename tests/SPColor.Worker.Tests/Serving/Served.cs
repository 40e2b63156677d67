using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Tests.Colorization;
using SPColor.Inference.Sessions;
using SPColor.Worker.Colorizing;
using SPColor.Worker.Serving;

namespace SPColor.Worker.Tests.Serving;

/// <summary>A worker over networks without a model, and what its tests ask of it.</summary>
internal sealed class Served : IDisposable
{
    public static readonly EngineChoice Choice = new("fake", ComputeDevice.Cpu);

    public Served(int cachedPictures = PictureCache.DefaultPictures)
    {
        Idle = new IdleWatch(IdleWatch.DefaultLimit, Clock);
        Worker = new ColorWorker(
            new EngineHost(Choice, (_, _) => new FakeEngine(Networks)), new PictureCache(cachedPictures), Idle);
    }

    public FakeNetworks Networks { get; } = new();

    public ManualClock Clock { get; } = new();

    public IdleWatch Idle { get; }

    public ColorWorker Worker { get; }

    public static AssignmentFile Pairing { get; } = new(FakeNetworks.Facts.Name, FakeNetworks.Classes, CategoryAssignment.Automatic);

    public static LabImage Grey => FakeNetworks.Stripes((0, 0), (0, 0), (0, 0), (0, 0));

    public static LabImage Colorful => FakeNetworks.Stripes((10, 0), (0, 20), (-30, 0), (0, -40));

    public void Dispose()
    {
        Worker.Dispose();
        Idle.Dispose();
    }
}

/// <summary>Calls back on the thread that reports.</summary>
internal sealed class OnProgress(Action<ColorizationProgress> callback) : IProgress<ColorizationProgress>
{
    public void Report(ColorizationProgress value) => callback(value);
}
