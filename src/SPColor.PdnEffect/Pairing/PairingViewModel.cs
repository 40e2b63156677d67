using SPColor.Core;
using SPColor.Core.Assignment;
using SPColor.Core.Imaging;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Rendering;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Pairing;

/// <summary>
/// The dialog without controls. Every member is for the UI thread, whose <see cref="SynchronizationContext"/> all events come on;
/// whatever is slow runs elsewhere. A change starts a run of just the steps that it touches; failures become
/// <see cref="RunStatus.Notices"/> and never exceptions.
/// </summary>
internal sealed class PairingViewModel : SettingsModel, IAsyncDisposable
{
    private readonly IColorEngine _engine;
    private readonly LayerStack _layers;
    private readonly SelectionMask? _selection;
    private readonly SynchronizationContext _ui;
    private readonly ColoringSession _session;
    private readonly LatestRun _run;
    private readonly ReferenceList _list;
    private IReadOnlyList<IReference> _references = [];
    private SessionResult? _found;
    private AreaLists? _areas;
    private RenderedResult? _result;
    private RenderedResult? _canvas;
    private OverlayKind _overlay;
    private AreaRow? _selected;
    private AreaRow? _hovered;
    private string _device = "";
    private bool _canRetry;
    private bool _isClosed;

    /// <summary>Puts the parts together; nothing runs before <see cref="Start"/>.</summary>
    /// <param name="engine">Not disposed here: it outlives a dialog.</param>
    /// <param name="layers">The document.</param>
    /// <param name="selection">Null: everything is selected.</param>
    /// <param name="ui">The UI thread.</param>
    /// <param name="time">For the pause between a change and its run.</param>
    public PairingViewModel(
        IColorEngine engine, LayerStack layers, SelectionMask? selection, SynchronizationContext ui, TimeProvider time)
        : base(SelectionBox.Of(selection, layers.Active.Pixels.Size))
    {
        (_engine, _layers, _selection, _ui) = (engine, layers, selection, ui);
        _session = new ColoringSession(engine, layers.Active);
        _run = new LatestRun(ui, time);
        _list = new ReferenceList(layers, ui);
        _list.PropertyChanged += (_, _) => Tell(nameof(AvailableReferences));
        _engine.News += OnNews;
    }

    /// <summary>Every other layer, top first, then the picture files that were chosen.</summary>
    public IReadOnlyList<ReferenceItem> AvailableReferences => _list.Items;

    /// <summary>The references in use: "A" is the one that automatic areas take colour from. Empty until one is chosen or found.</summary>
    public IReadOnlyList<ReferenceItem> References => [.. _references.Select(_list.Entry)];

    /// <summary>Reference A; null until one is chosen or found. Setting it keeps the pairing: its rules are about areas.</summary>
    public ReferenceItem? Reference
    {
        get => _references.Count > 0 ? _list.Entry(_references[0]) : null;
        set
        {
            if (value is null || value == Reference)
                return;
            int further = IndexOf(value);
            UseReferences(
                [value.Reference, .. _references.Where((_, r) => r > 0 && r != further)],
                further > 0 ? AssignmentEdits.WithoutReference(Chosen.Assignment, further) : Chosen.Assignment);
        }
    }

    /// <summary>What is drawn over the result. Runs nothing.</summary>
    public OverlayKind Overlay
    {
        get => _overlay;
        set
        {
            if (Set(ref _overlay, value))
                DrawOverlay();
        }
    }

    /// <summary>This layer's areas, largest first.</summary>
    public IReadOnlyList<AreaRow> TargetRows => _areas?.Target ?? [];

    /// <summary>The references' areas.</summary>
    public IReadOnlyList<AreaRow> ReferenceRows => _areas?.References ?? [];

    /// <summary>The row that keys move.</summary>
    public AreaRow? SelectedRow
    {
        get => _selected;
        set => Set(ref _selected, value);
    }

    /// <summary>The row under the mouse: its areas light up, everything else is dimmed.</summary>
    public AreaRow? HoveredRow
    {
        get => _hovered;
        set
        {
            if (Set(ref _hovered, value))
                DrawOverlay();
        }
    }

    /// <summary>What OK gives; null: the layer stays as it is.</summary>
    public RenderedResult? Result => _result;

    /// <summary>What the canvas shows: <see cref="Result"/> with the overlay.</summary>
    public RenderedResult? Canvas => _canvas;

    /// <summary>"DirectML: NVIDIA …" or "CPU: because …"; empty until it is known.</summary>
    public string Device => _device;

    /// <summary>The choices and <see cref="Result"/>, for the token.</summary>
    public SPColorSettings Settings => Chosen with { References = [.. _references.Select(reference => reference.Key)], Result = _result };

    /// <summary>Takes over a token's choices, as far as this document has their layers, and runs.</summary>
    public void Start(SPColorSettings settings)
    {
        ResolvedReferences resolved = ResolvedReferences.Of(settings, _layers);
        ShowReferences(resolved.References);
        Change(settings with { Assignment = resolved.Assignment, Result = null });
        Notices = [.. resolved.Missing.Select(text => new Notice(NoticeKind.Warning, text)), .. Notices];
    }

    /// <summary>Back to what a first dialog shows.</summary>
    public void Reset()
    {
        Overlay = OverlayKind.None;
        Start(SPColorSettings.Default);
    }

    /// <summary>Whether the last run was stopped or failed: <see cref="Result"/> is not what the rows say.</summary>
    public bool CanRetry
    {
        get => _canRetry;
        private set => Set(ref _canRetry, value);
    }

    /// <summary>Runs what was stopped or failed.</summary>
    public void Retry() => Change(Chosen);

    /// <summary>Stops the run; the last result stays.</summary>
    public void Cancel()
    {
        if (!IsBusy)
            return;
        _run.Cancel();
        CanRetry = true;
        Rest(isReady: false);
        Notices = [new Notice(NoticeKind.Hint, Words.Stopped(_result is not null))];
    }

    /// <summary>"Or picture file…": reference A is that file.</summary>
    public void UseFile(string path) => Reference = _list.File(path);

    /// <summary>One more reference, for the rows that will name its areas; nothing else changes.</summary>
    public void AddReference(ReferenceItem item)
    {
        if (IndexOf(item) >= 0)
            return;
        if (_references.Count == AreaName.ReferenceCount)
            Notices = [new Notice(NoticeKind.Warning, Words.TooManyReferences(AreaName.ReferenceCount))];
        else
            UseReferences([.. _references, item.Reference], Chosen.Assignment);
    }

    /// <summary>One reference fewer: rows that named its areas become automatic.</summary>
    /// <param name="item">In use, and not the only one.</param>
    public void RemoveReference(ReferenceItem item)
    {
        int index = IndexOf(item);
        if (index >= 0 && _references.Count > 1)
            UseReferences([.. _references.Where((_, r) => r != index)], AssignmentEdits.WithoutReference(Chosen.Assignment, index));
    }

    /// <summary>Takes over a saved pairing.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What messages call it.</param>
    public void LoadPairing(Stream stream, string name)
    {
        try
        {
            AssignmentFile file = AssignmentFile.Load(stream, name);
            Change(Chosen with { Areas = file.Areas, Assignment = file.Assignment });
            if (_found is { } found && found.Facts.Pack != file.Pack)
                Notices = [new Notice(NoticeKind.Warning, Words.OtherPack(name, file.Pack, found.Facts.Pack))];
        }
        catch (SPColorException failure)
        {
            Notices = [new Notice(NoticeKind.Problem, failure.Message)];
        }
    }

    /// <summary>The pairing as a file that gives the same colours again, here and in <c>spcolor</c>; null until something was found.</summary>
    public AssignmentFile? Pairing => _found is { } found
        ? new AssignmentFile(
            found.Facts.Pack, found.Areas, SeveralReferences.Separate(Chosen.Assignment, found.Target.Map, found.References))
        : null;

    /// <summary>Selects the row of the area at a point of the picture.</summary>
    /// <param name="x">0 left … 1 right.</param>
    /// <param name="y">0 top … 1 bottom.</param>
    public void SelectAt(double x, double y)
    {
        if (_found is { } found)
            SelectedRow = _areas!.RowOf(found.Target.AreaAt(x, y)) ?? SelectedRow;
    }

    /// <summary>Stops everything; from here on nothing is told. Ends when no work is left.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        _engine.News -= OnNews;
        await Task.WhenAll(_run.DisposeAsync().AsTask(), _list.DisposeAsync().AsTask()).ConfigureAwait(false);
        _session.Dispose();
    }

    private void OnNews(string text) => _ui.Post(
        _ =>
        {
            if (!_isClosed)
                Notices = [.. Notices, new Notice(NoticeKind.Hint, text)];
        },
        null);

    private int IndexOf(ReferenceItem item) => _references.ToList().FindIndex(reference => reference.Key == item.Reference.Key);

    private void UseReferences(IReadOnlyList<IReference> references, CategoryAssignment assignment)
    {
        ShowReferences(references);
        Change(Chosen with { Assignment = assignment });
    }

    private void ShowReferences(IReadOnlyList<IReference> references)
    {
        // A file gets its entry now: whoever is told of the choice looks for it in the list.
        foreach (IReference reference in references)
            _ = _list.Entry(reference);
        _references = references;
        Tell(nameof(References));
        Tell(nameof(Reference));
    }

    private void Choose(AreaRow row, string value)
    {
        CategoryAssignment assignment = row.Areas.Aggregate(Chosen.Assignment, (changed, area) => area.Reference is { } reference
            ? AssignmentEdits.CountAs(changed, area, ReferenceChoice.Parse(value), _found!.References[reference].Map)
            : changed.WithTarget(area.ClassId, TargetChoice.Parse(value)));
        Change(Chosen with { Assignment = assignment });
    }

    /// <inheritdoc/>
    protected override int DefaultAreas => _found?.Facts.DefaultAreas ?? 0;

    /// <inheritdoc/>
    protected override void OnStrengthChanged()
    {
        if (_result is not null)
            Render();
    }

    /// <inheritdoc/>
    protected override void Change(SPColorSettings settings)
    {
        Show(settings);
        _areas?.ShowChoices(settings.Assignment);
        Notices = [];
        CanRetry = false;
        if (_references.Count == 0 && _layers.References.Count == 0)
        {
            _run.Cancel();
            Rest(isReady: false);
            Notices = [new Notice(NoticeKind.Hint, Words.NoSecondLayer)];
            return;
        }

        Wait();
        IReadOnlyList<IReference> chosen = _references;
        PixelRect? box = Box;
        _run.Request<(IReadOnlyList<IReference>, SessionResult), SessionProgress>(
            async (progress, cancellationToken) =>
            {
                IReadOnlyList<IReference> references = chosen.Count > 0 ? chosen : [ReferenceDefault.Find(_layers, cancellationToken)];
                SessionRequest request = new(references, settings.Side, settings.Border, box, settings.Areas, settings.Assignment);
                return (references, await _session.RunAsync(request, progress, cancellationToken).ConfigureAwait(false));
            },
            ShowProgress,
            outcome => ShowFound(outcome.Item1, outcome.Item2),
            ShowFailure);
    }

    private void ShowFound(IReadOnlyList<IReference> references, SessionResult found)
    {
        _found = found;
        if (!references.SequenceEqual(_references))
            ShowReferences(references);

        ShowRows(found);
        Set(ref _device, found.Answer.Device, nameof(Device));
        Tell(nameof(Areas));
        Tell(nameof(Pairing));
        Notices = [.. Notice.Of(found, [_layers.Active.Name, .. references.Select(reference => reference.Label)]), .. SelectionNotices, .. Notices];
        Rest(isReady: true);
        Render();
    }

    private void ShowRows(SessionResult found)
    {
        string[] labels = [.. _references.Select(reference => reference.Label)];
        bool isNew = _areas?.Fit(found, labels) != true;
        if (isNew)
            _areas = new AreaLists(found, labels, Choose);
        _areas!.ShowChoices(Chosen.Assignment);
        _areas.ShowMatches(found);
        if (!isNew)
            return;
        _hovered = null;
        SelectedRow = null;
        Tell(nameof(TargetRows));
        Tell(nameof(ReferenceRows));
        Tell(nameof(HoveredRow));
    }

    private void ShowFailure(Exception failure)
    {
        string text = failure is SPColorException ? failure.Message : Words.Defect(failure);
        Notices = [new Notice(NoticeKind.Problem, text), .. Notices];
        CanRetry = true;
        Rest(isReady: false);

        // What is on the canvas no longer is what the rows say.
        Set(ref _result, null, nameof(Result));
        Set(ref _canvas, null, nameof(Canvas));
    }

    private void Render()
    {
        RenderedResult result = new(_layers.Active.Pixels.Size, _found!.Upsampler, Chosen.Strength, _selection, null);
        Set(ref _result, result, nameof(Result));
        DrawOverlay();
    }

    private void DrawOverlay()
    {
        CanvasOverlay? overlay = _found is { } found && _result is not null
            ? OverlayPainter.Paint(_overlay, found, _hovered is null ? null : AreaLists.OnCanvas(_hovered, found))
            : null;
        Set(ref _canvas, _result is null ? null : _result with { Overlay = overlay }, nameof(Canvas));
    }
}
