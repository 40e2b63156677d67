using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Colorization;
using SPColor.Core.Imaging;
using SPColor.Core.Models;
using SPColor.Core.Protocol;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Engine;

/// <summary>
/// One layer that is being coloured. Every step's result is kept, so that a run does only what its request changed: another pairing
/// asks for colour alone, another number of areas for areas and colour, another reference prepares that one picture.
/// Runs wait for each other: whoever wants a newer one cancels the older.
/// </summary>
/// <param name="engine">Does the steps; not disposed here.</param>
/// <param name="target">The grey layer.</param>
internal sealed class ColoringSession(IColorEngine engine, LayerInfo target) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<ReferenceKey, EnginePicture> _references = [];
    private readonly Dictionary<(EnginePicture, int), AreaPicture> _areas = [];
    private EnginePicture? _target;
    private (int Side, BorderMode Border) _look;
    private PixelRect? _box;

    /// <summary>Everything up to colour at working size.</summary>
    /// <exception cref="SPColorException">The target is empty, a reference is empty, grey or unreadable, or the engine failed.</exception>
    public async Task<SessionResult> RunAsync(
        SessionRequest request, IProgress<SessionProgress> progress, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            EngineFacts facts = await engine.StartAsync(cancellationToken).ConfigureAwait(false);
            return await RunAsync(facts, request, progress, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<SessionResult> RunAsync(
        EngineFacts facts, SessionRequest request, IProgress<SessionProgress> progress, CancellationToken cancellationToken)
    {
        Forget((request.Side, request.Border), request.Box);
        int pictures = request.References.Count(reference => !_references.ContainsKey(reference.Key)) + (_target is null ? 1 : 0);
        SessionSteps steps = new(progress, pictures);
        _target ??= await PrepareTargetAsync(facts, steps, cancellationToken).ConfigureAwait(false);
        foreach (IReference reference in request.References)
        {
            if (!_references.ContainsKey(reference.Key))
                _references[reference.Key] = await PrepareAsync(facts, reference, steps, cancellationToken).ConfigureAwait(false);
        }

        int count = request.Areas ?? facts.DefaultAreas;
        EnginePicture[] sources = [.. request.References.Select(reference => _references[reference.Key])];
        steps.Report(ColorizationStage.Areas);
        AreaPicture targetAreas = await FindAreasAsync(_target, count, cancellationToken).ConfigureAwait(false);
        List<AreaPicture> referenceAreas = [];
        foreach (EnginePicture source in sources)
            referenceAreas.Add(await FindAreasAsync(source, count, cancellationToken).ConfigureAwait(false));

        CategoryAssignment assignment = SeveralReferences.Separate(request.Assignment, targetAreas.Map, referenceAreas);
        ColorAnswer answer = await engine
            .ColorizeAsync(new ColorQuestion(_target, sources, count, assignment), steps, cancellationToken).ConfigureAwait(false);
        ChromaUpsampler upsampler = new(answer.Chroma, _target.Image);
        return new SessionResult(facts, count, targetAreas, referenceAreas, assignment, answer, upsampler);
    }

    /// <summary>Pictures that were looked at otherwise are worth less than their memory.</summary>
    private void Forget((int, BorderMode) look, PixelRect? box)
    {
        if (look == _look && box == _box)
            return;
        _target = null;
        if (look != _look)
            _references.Clear();
        (_look, _box) = (look, box);
        foreach ((EnginePicture, int) key in _areas.Keys.Where(key => !_references.ContainsValue(key.Item1)).ToArray())
            _areas.Remove(key);
    }

    private async Task<EnginePicture> PrepareTargetAsync(EngineFacts facts, SessionSteps steps, CancellationToken cancellationToken)
    {
        steps.Begin(target.Name);
        string name = _box is null ? target.Name : Words.SelectionOf(target.Name);
        SeenPart part = PhotoFinder.Find(target.Pixels, _box, name, _look.Border, cancellationToken)
            ?? throw new SPColorException(_box is null ? Words.EmptyLayer(target.Name) : Words.EmptySelection(target.Name));
        LabImage image = WorkingImageReader.Read(target.Pixels, part, _look.Side, facts.AnySize, steps, cancellationToken);
        return await engine.PrepareAsync(image, ImageRole.Target, steps, cancellationToken).ConfigureAwait(false);
    }

    private async Task<EnginePicture> PrepareAsync(
        EngineFacts facts, IReference reference, SessionSteps steps, CancellationToken cancellationToken)
    {
        steps.Begin(reference.Label);
        IPixelSource picture = reference.Open(cancellationToken);
        SeenPart part = PhotoFinder.Find(picture, reference.Label, _look.Border, cancellationToken)
            ?? throw new SPColorException(Words.EmptyReference(reference.Label));
        LabImage image = WorkingImageReader.Read(picture, part, _look.Side, facts.AnySize, steps, cancellationToken);
        if (!ReferenceColor.HasColor(image))
            throw new SPColorException(Words.GreyReference(reference.Label));
        return await engine.PrepareAsync(image, ImageRole.Reference, steps, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AreaPicture> FindAreasAsync(EnginePicture picture, int count, CancellationToken cancellationToken)
    {
        if (_areas.TryGetValue((picture, count), out AreaPicture? known))
            return known;
        PictureAreas areas = await engine.FindAreasAsync(picture, count, cancellationToken).ConfigureAwait(false);
        return _areas[(picture, count)] = new AreaPicture(
            picture.Image, areas.Map, AreaCard.Deal(picture.Image, areas, cancellationToken));
    }
}
