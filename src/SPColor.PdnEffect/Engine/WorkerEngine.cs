using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.Core.Segmentation;
using SPColor.PdnEffect.Worker;

namespace SPColor.PdnEffect.Engine;

/// <summary>The engine in the worker process.</summary>
/// <param name="launch">Which program.</param>
internal sealed class WorkerEngine(WorkerLaunch launch) : IColorEngine
{
    private readonly WorkerClient _client = new(launch);
    private volatile string _pack = "";

    /// <inheritdoc/>
    public event Action<string>? News
    {
        add => _client.News += value;
        remove => _client.News -= value;
    }

    /// <inheritdoc/>
    public async Task<EngineFacts> StartAsync(CancellationToken cancellationToken)
    {
        WorkerReady ready = await _client.StartAsync(cancellationToken).ConfigureAwait(false);
        _pack = ready.Pack;
        return new EngineFacts(ready.Device, ready.Pack, ready.DefaultAreas, ready.AnySize);
    }

    /// <inheritdoc/>
    public async Task<EnginePicture> PrepareAsync(
        LabImage image, ImageRole role, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken) =>
        new SentPicture(await _client.PrepareAsync(image, role, progress, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public async Task<PictureAreas> FindAreasAsync(EnginePicture picture, int areas, CancellationToken cancellationToken)
    {
        Core.Protocol.PictureAreas found = await _client.FindAreasAsync(Sent(picture), areas, cancellationToken).ConfigureAwait(false);
        return new PictureAreas(found.Map, found.Areas);
    }

    /// <inheritdoc/>
    public async Task<ColorAnswer> ColorizeAsync(
        ColorQuestion question, IProgress<ColorizationProgress> progress, CancellationToken cancellationToken)
    {
        AssignmentFile pairing = new(_pack, question.Areas, question.Assignment);
        ColorizeReply reply = await _client
            .ColorizeAsync(Sent(question.Target), [.. question.References.Select(Sent)], pairing, progress, cancellationToken)
            .ConfigureAwait(false);
        HashSet<int> related = [.. reply.Matches.Where(match => match.Sources.Count > 0).Select(match => match.ClassId)];
        ClassMap map = reply.TargetClasses;
        return new ColorAnswer(
            reply.Chroma,
            new MatchMap(map.Size, reply.MatchStrength, [.. map.Ids.Select(id => related.Contains(id))]),
            reply.Matches.ToDictionary(match => match.ClassId, match => match.Sources),
            reply.Matches.ToDictionary(match => match.ClassId, match => match.Strength),
            reply.Notes,
            reply.Device);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _client.DisposeAsync();

    private static WorkerPicture Sent(EnginePicture picture) => ((SentPicture)picture).Sent;

    private sealed class SentPicture(WorkerPicture sent) : EnginePicture(sent.Image)
    {
        public WorkerPicture Sent => sent;
    }
}
