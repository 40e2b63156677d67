using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;

namespace SPColor.PdnEffect.Worker;

/// <summary>
/// The engine as the plugin sees it: a worker process that is started when needed, started again when it has ended, and killed with
/// this object. Safe to call from any thread; requests are done one after the other. Every method throws
/// <see cref="SPColorException"/> with words for the user, or <see cref="OperationCanceledException"/> within a second of a cancel.
/// </summary>
/// <param name="launch">Which program.</param>
/// <param name="times">How long to wait for it.</param>
internal sealed class WorkerClient(WorkerLaunch launch, WorkerTimes? times = null) : IAsyncDisposable
{
    private readonly WorkerSession _session = new(launch, times ?? WorkerTimes.Default);

    /// <summary>One line for the user when the worker had to be started again; raised on any thread.</summary>
    public event Action<string>? News
    {
        add => _session.News += value;
        remove => _session.News -= value;
    }

    /// <summary>The worker process that lives now, if any.</summary>
    public int? ProcessId => _session.ProcessId;

    /// <summary>Starts the worker where needed and waits for its networks; after that it is cheap.</summary>
    public Task<WorkerReady> StartAsync(CancellationToken cancellationToken) =>
        _session.RequestAsync((connection, _) => Task.FromResult(connection.Ready!), cancellationToken);

    /// <summary>Steps 2–3 for one working-size picture.</summary>
    public async Task<WorkerPicture> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress>? progress, CancellationToken cancellationToken)
    {
        using var gate = new ProgressGate(progress);
        string key = await _session.RequestAsync(
            (connection, stop) => connection.Worker.PrepareAsync(image, role, gate, stop), cancellationToken).ConfigureAwait(false);
        return new WorkerPicture(key, image, role);
    }

    /// <summary>Step 4 for one prepared picture.</summary>
    public Task<PictureAreas> FindAreasAsync(WorkerPicture picture, int areas, CancellationToken cancellationToken) => _session.RequestAsync(
        (connection, stop) => WithPicturesAsync(
            connection, [picture], () => connection.Worker.FindAreasAsync(picture.Key, areas, stop), null, stop),
        cancellationToken);

    /// <summary>Steps 4–7.</summary>
    /// <param name="target">The grey picture.</param>
    /// <param name="references">A, B, …; at least one.</param>
    /// <param name="pairing">Pack, number of areas and the user's choices.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<ColorizeReply> ColorizeAsync(
        WorkerPicture target,
        IReadOnlyList<WorkerPicture> references,
        AssignmentFile pairing,
        IProgress<ColorizationProgress>? progress,
        CancellationToken cancellationToken)
    {
        using var gate = new ProgressGate(progress);
        var request = new ColorizeRequest(target.Key, [.. references.Select(reference => reference.Key)], pairing.ToJson());
        return await _session.RequestAsync(
            async (connection, stop) =>
            {
                ColorizeReply reply = await WithPicturesAsync(
                    connection, [target, .. references], () => connection.Worker.ColorizeAsync(request, gate, stop), gate, stop).ConfigureAwait(false);
                return reply.Fits(target.Image.Size, references.Count)
                    ? reply with { Device = connection.DeviceWords(reply.Device) }
                    : throw new WorkerDefectException($"the reply does not fit a target of {target.Image.Size}");
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Kills the worker; requests that run end as cancelled.</summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();

    /// <summary>Prepares the pictures again where the worker, or its successor, no longer has them.</summary>
    private static async Task<T> WithPicturesAsync<T>(
        WorkerConnection connection,
        IReadOnlyList<WorkerPicture> pictures,
        Func<Task<T>> call,
        IProgress<ColorizationProgress>? progress,
        CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (UnknownPictureException)
        {
            foreach (WorkerPicture picture in pictures)
                await connection.Worker.PrepareAsync(picture.Image, picture.Role, progress, cancellationToken).ConfigureAwait(false);
        }
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (UnknownPictureException full)
        {
            throw new SPColorException(
                $"{pictures.Count} pictures at this working size do not fit in the colour process: use fewer references or a smaller working size", full);
        }
    }
}
