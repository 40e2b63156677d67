using SPColor.Core.Imaging;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Layers;

namespace SPColor.PdnEffect.Pairing;

/// <summary>The reference dropdown: other layers, top first, then the picture files that were chosen. UI thread only.</summary>
internal sealed class ReferenceList : ObservableObject, IAsyncDisposable
{
    private readonly LayerStack _layers;
    private readonly SynchronizationContext _ui;
    private readonly CancellationTokenSource _closed = new();
    private readonly List<Task> _thumbnails = [];
    private IReadOnlyList<ReferenceItem> _items;

    /// <summary>Lists the layers and begins their thumbnails.</summary>
    public ReferenceList(LayerStack layers, SynchronizationContext ui)
    {
        (_layers, _ui) = (layers, ui);
        _items = [.. layers.References.Select(reference => new ReferenceItem(reference))];
        Begin(_items);
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<ReferenceItem> Items
    {
        get => _items;
        private set => Set(ref _items, value);
    }

    /// <summary>The entry of a picture file; a new one unless it is listed.</summary>
    public ReferenceItem File(string path) => Entry(_layers.File(path));

    /// <summary>The entry of a reference; a new one unless it is listed.</summary>
    public ReferenceItem Entry(IReference reference)
    {
        if (_items.FirstOrDefault(item => item.Reference.Key == reference.Key) is { } known)
            return known;
        ReferenceItem added = new(reference);
        Items = [.. _items, added];
        Begin([added]);
        return added;
    }

    /// <summary>Stops making thumbnails; ends when that has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_thumbnails).ConfigureAwait(false);
        _closed.Dispose();
    }

    private void Begin(IReadOnlyList<ReferenceItem> items)
    {
        CancellationToken closed = _closed.Token;
        _thumbnails.Add(Task.Run(
            () =>
            {
                foreach (ReferenceItem item in items.TakeWhile(_ => !closed.IsCancellationRequested))
                    Make(item, closed);
            },
            CancellationToken.None));
    }

    private void Make(ReferenceItem item, CancellationToken closed)
    {
        try
        {
            PixelBuffer thumbnail = Thumbnail.Of(item.Reference.Open(closed), AreaCard.ThumbnailSide, closed);
            _ui.Post(
                _ =>
                {
                    if (!closed.IsCancellationRequested)
                        item.Thumbnail = thumbnail;
                },
                null);
        }
        catch (Exception)
        {
            // No thumbnail: why a reference cannot be used is said when it is chosen.
        }
    }
}
