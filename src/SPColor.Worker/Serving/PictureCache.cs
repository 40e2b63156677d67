using SPColor.Core.Colorization;
using SPColor.Core.Protocol;

namespace SPColor.Worker.Serving;

/// <summary>Prepared pictures by key; the ones that were not asked for longest go first. Safe to call from several threads.</summary>
/// <param name="maxPictures">Most pictures kept.</param>
/// <param name="maxBytes">Most memory kept; the newest picture stays even where it is larger.</param>
internal sealed class PictureCache(int maxPictures = PictureCache.DefaultPictures, long maxBytes = PictureCache.DefaultBytes)
{
    /// <summary>A target, its 26 references A … Z, and some room to change them.</summary>
    public const int DefaultPictures = 32;

    /// <summary>Thirty pictures of the largest working size with the paper's networks, about 27 MB each, are a little more.</summary>
    public const long DefaultBytes = 768L << 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Key, PreparedImage Picture)> _newestFirst = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, PreparedImage Picture)>> _byKey = new(StringComparer.Ordinal);
    private long _bytes;

    public bool TryGet(string key, out PreparedImage? picture)
    {
        lock (_lock)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                picture = null;
                return false;
            }
            _newestFirst.Remove(node);
            _newestFirst.AddFirst(node);
            picture = node.Value.Picture;
            return true;
        }
    }

    /// <exception cref="UnknownPictureException">It was never there or had to go.</exception>
    public PreparedImage Get(string key) => TryGet(key, out PreparedImage? picture) ? picture! : throw new UnknownPictureException(key);

    public void Add(string key, PreparedImage picture)
    {
        lock (_lock)
        {
            if (_byKey.ContainsKey(key))
                return;
            _byKey[key] = _newestFirst.AddFirst((key, picture));
            _bytes += picture.Bytes;
            while (_newestFirst.Count > 1 && (_newestFirst.Count > maxPictures || _bytes > maxBytes))
                DropOldest();
        }
    }

    private void DropOldest()
    {
        var (key, picture) = _newestFirst.Last!.Value;
        _newestFirst.RemoveLast();
        _byKey.Remove(key);
        _bytes -= picture.Bytes;
    }
}
